"""What the measurements of a hosting node share: the panel on this machine, by its database and by its pages."""
import http.cookiejar, os, re, subprocess, tempfile, time, urllib.parse, urllib.request

HOME = os.environ.get("WIRT_HOME", os.path.expanduser("~/.wirt"))
PORT = os.environ.get("WIRT_DATABASE_PORT", "15432")
NODE_HOME = os.environ.get("WIRT_NODE_HOME", "/var/lib/wirt-node")

# Whichever of these hosts, again and again.
ASKING = """
local texts = {}
for host in io.lines(os.getenv("HOSTS")) do texts[#texts + 1] = wrk.format("GET", "/", { Host = host }) end
function request() return texts[math.random(#texts)] end
"""


class Panel:
    """Its database. One psql that stays: starting one for each question would take longer than what is measured."""

    def __init__(self):
        secret = open(HOME + "/secrets/database-superuser").read().strip()
        self.psql = subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-h", "127.0.0.1", "-p", PORT, "-U", "postgres", "-d", "wirt"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1,
            env={**os.environ, "PGPASSWORD": secret})

    def ask(self, sql):
        self.psql.stdin.write(sql + ";\n\\echo done\n")
        self.psql.stdin.flush()
        lines = []
        while (line := self.psql.stdout.readline().rstrip()) != "done":
            lines.append(line)
        return lines

    def suspend(self, customers):
        """As the panel's verb does it, in one statement. customers: a condition on the table of accounts."""
        self.ask("insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author, mail) "
                 f"select 'account', id, id, reseller_id, 16, 'bench', 2 from wirt.account where kind = 'CUSTOMER' and {customers}")

    def activate(self):
        self.ask("delete from wirt.reason where author = 'bench'")

    def confirmed(self, limit=60):
        """Returns when the node's agent has answered a mark that was written now."""
        mark = self.ask("update wirt.node_mark set mark = mark + 1 where node_id = 1 returning mark")[0]
        start = time.time()
        while self.ask(f"select confirmed >= {mark} from wirt.node where id = 1") != ["t"]:
            if time.time() - start > limit:
                raise SystemExit("the node does not confirm")
            time.sleep(0.002)


class Pages:
    """Somebody signed in at the panel's pages."""

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    def __init__(self, username, password):
        self.root = "http://127.0.0.1:" + os.environ.get("WIRT_HTTP_PORT", "8880")
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), self.NoRedirect)
        self.token = self.new_token()
        self.post("/sign-in", [("username", username), ("password", password)])
        self.token = self.new_token()

    def get(self, path):
        return self.opener.open(self.root + path).read().decode()

    def new_token(self):
        return re.search('name="_csrf" value="([^"]+)"', self.get("/sign-in")).group(1)

    def post(self, path, form):
        """Returns where the answer leads to."""
        try:
            answer = self.opener.open(self.root + path, urllib.parse.urlencode(form + [("_csrf", self.token)]).encode())
        except urllib.error.HTTPError as error:
            answer = error
        if answer.status // 100 != 3:
            raise SystemExit(f"{path} answered {answer.status}")
        return answer.headers["Location"]


def cpu(process):
    """Seconds of processor time that a process and all it has started have used, those that have ended with it."""
    ticks = 0
    for pid in [process, *children(process)]:
        try:
            fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15] if pid == process else fields[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def children(process):
    return open(f"/proc/{process}/task/{process}/children").read().split()


def number(file):
    return open(file).read().split()[0]


class Load:
    """wrk, which asks for these hosts until it is stopped or the time is over."""

    def __init__(self, port, hosts, connections, seconds=600):
        folder = tempfile.mkdtemp()
        open(folder + "/ask.lua", "w").write(ASKING)
        open(folder + "/hosts", "w").write("\n".join(hosts))
        self.wrk = subprocess.Popen(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", folder + "/ask.lua", f"http://127.0.0.1:{port}/"],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "HOSTS": folder + "/hosts"})

    def stop(self):
        self.wrk.send_signal(2)
        return self.result()

    def result(self):
        """How many were asked, and how many went wrong."""
        said = self.wrk.communicate()[0]
        wrong = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", said)))
        wrong += sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", said)))
        return int(re.search(r"(\d+) requests in", said).group(1)), wrong
