#!/usr/bin/env python3
"""Ten thousand visitors of a hosting node who connect and say nothing (root; Debian's python3).

For each server in turn they come over loopback from several addresses, while somebody else asks the node's servers
each second. Says how many were let in, how long the others waited, what the server's memory was, and when the last
silent one was sent away. Needs as many open files (ulimit -n). ONLY chooses servers: ONLY="SMTP;FTP".
Usage: silent.py LOGIN PASSWORD MAILBOX HOST [connections] [addresses]
"""
import collections, ftplib, imaplib, os, selectors, smtplib, socket, sys, time

LOGIN, PASSWORD, MAILBOX, HOST = sys.argv[1:5]
CONNECTIONS = int(sys.argv[5]) if len(sys.argv) > 5 else 10000
ADDRESSES = int(sys.argv[6]) if len(sys.argv) > 6 else 8
HOME = os.environ.get("WIRT_NODE_HOME", "/var/lib/wirt-node")
RUN = os.environ.get("WIRT_NODE_RUN", "/run/wirt-node")
LONGEST = 240


def port(name, otherwise):
    return int(os.environ.get("WIRT_NODE_" + name + "_PORT", otherwise))


HTTP, HTTPS = port("HTTP", 80), port("HTTPS", 443)
IMAP, SMTP, FTP = port("IMAP", 143), port("SMTP", 25), port("FTP", 21)
SERVERS = {
    "web": (HTTP, HOME + "/web/nginx.pid"),
    "web, encrypted": (HTTPS, HOME + "/web/nginx.pid"),
    "IMAP": (IMAP, RUN + "/dovecot/master.pid"),
    "SMTP": (SMTP, HOME + "/mail/queue/pid/master.pid"),
    "FTP": (FTP, HOME + "/ftp/proftpd.pid"),
}


def web():
    with socket.create_connection(("127.0.0.1", HTTP), 10) as client:
        client.sendall(f"HEAD / HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        if not client.recv(12).endswith(b"200"):
            raise OSError


def imap():
    client = imaplib.IMAP4("127.0.0.1", IMAP, timeout=10)
    try:
        client.authenticate("PLAIN", lambda _: f"\0{MAILBOX}\0{PASSWORD}".encode())
    finally:
        client.shutdown()


def smtp():
    with smtplib.SMTP("127.0.0.1", SMTP, timeout=10) as client:
        client.ehlo("client.example")
        client.mail("friend@elsewhere.example")
        code, text = client.rcpt(MAILBOX)
        if code != 250:
            raise OSError(text)


def ftp():
    with ftplib.FTP() as client:
        client.connect("127.0.0.1", FTP, 10)
        client.login(LOGIN, PASSWORD)


def memory(file):
    """Of a server's processes, what they share counted once, in MiB; and how many they are."""
    parents = collections.defaultdict(list)
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            parents[open(f"/proc/{pid}/stat").read().rsplit(") ", 1)[1].split()[1]].append(pid)
        except OSError:
            pass
    todo, total, count = [open(file).read().split()[0]], 0, 0
    while todo:
        pid = todo.pop()
        todo += parents[pid]
        try:
            lines = open(f"/proc/{pid}/smaps_rollup")
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
            count += 1
        except (OSError, StopIteration):
            pass
    return total // 1024, count


def held(number):
    """As many as the server's kernel has open: who was never answered believes more."""
    words = []
    for file in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(file) as lines:
            words += [line.split() for line in lines]
    return sum(1 for word in words if word[1].endswith(f":{number:04X}") and word[3] == "01")


class Crowd:

    def __init__(self, number):
        self.events, self.answers = selectors.DefaultSelector(), collections.Counter()
        self.number, self.left, self.places = number, CONNECTIONS, {}
        self.last = 0

    def come(self, count):
        for _ in range(min(count, self.left)):
            self.left -= 1
            one = socket.socket()
            one.setblocking(False)
            one.bind((f"127.0.0.{100 + self.left % ADDRESSES}", 0))
            one.connect_ex(("127.0.0.1", self.number))
            self.events.register(one, selectors.EVENT_READ)

    def look(self, seconds):
        until = time.time() + seconds
        while time.time() < until:
            for key, _ in self.events.select(max(0, min(0.05, until - time.time()))):
                try:
                    said = key.fileobj.recv(4096)
                except OSError:
                    said = b""
                self.answers[said[:3].decode("latin-1").strip() or "end"] += 1
                if not said:
                    self.events.unregister(key.fileobj)
                    key.fileobj.close()

    def go(self):
        for key in list(self.events.get_map().values()):
            key.fileobj.close()
        self.events.close()


def others(waits, faults):
    for attempt in (web, imap, smtp, ftp):
        start = time.time()
        try:
            attempt()
            waits[attempt.__name__].append(time.time() - start)
        except Exception as e:
            faults[attempt.__name__ + ": " + (str(e) or type(e).__name__)[:90]] += 1


def flood(name, number, file):
    before, crowd, peak = memory(file), Crowd(number), (0, 0)
    waits, faults, start = collections.defaultdict(list), collections.Counter(), time.time()
    most = now = 0
    while (crowd.left or now) and time.time() - start < LONGEST:
        crowd.come(2000)
        crowd.look(1)
        now = held(number)
        most, crowd.last = max(most, now), time.time() if now else crowd.last
        others(waits, faults)
        peak = max(peak, memory(file))
    print(f"\n## {name}: {CONNECTIONS} from {ADDRESSES} addresses\n")
    print(f"held at most {most}, after {time.time() - start:.0f} s {now}; the last went after "
          f"{crowd.last - start:.0f} s; heard {dict(crowd.answers)}")
    print(f"memory before {before[0]} MiB in {before[1]} processes, at most {peak[0]} MiB in {peak[1]}")
    for who, times in waits.items():
        median = sorted(times)[len(times) // 2]
        print(f"others, {who}: {len(times)} served, longest {max(times):.2f} s, median {median:.2f} s")
    print("others, refused:", dict(faults) or "nobody", flush=True)
    crowd.go()
    time.sleep(1)
    waits, faults = collections.defaultdict(list), collections.Counter()
    others(waits, faults)
    print("right after:", {who: f"{times[0]:.2f} s" for who, times in waits.items()}, dict(faults), flush=True)


only = os.environ.get("ONLY", "").split(";") if os.environ.get("ONLY") else SERVERS
for name in only:
    flood(name, *SERVERS[name])
