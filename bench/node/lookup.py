#!/usr/bin/env python3
"""What a look-up at each request costs: processor time of a request to the node's nginx (its PostgreSQL with it), to an nginx
with one fixed server block, and to one with a block for each of so many hosts, which has to be reloaded for each change.

On the node's machine, beside its panel, as root; needs Debian's wrk. The three take turns. Usage: lookup.py [hosts] [seconds]
"""
import os, statistics, subprocess, sys, tempfile, time

from panel import NODE_HOME, Load, Panel, children, cpu, number

HOSTS = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 8
TURNS = 5
SINGLE, BLOCKS = 18081, 18082
# As the node's, but for the look-up.
NGINX = """
user www-data; worker_processes auto; pid %(folder)s/%(port)s.pid; error_log %(folder)s/%(port)s.log crit;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types; server_names_hash_max_size 262144; server_names_hash_bucket_size 128; server_tokens off;
  log_format visits '$host $remote_addr - - [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';
  access_log %(folder)s/%(port)s.visits visits buffer=64k flush=1s;
  %(servers)s
}
"""


class Server:

    def __init__(self, folder, port, servers):
        self.port = port
        self.settings = f"{folder}/{port}.conf"
        with open(self.settings, "w") as file:
            file.write(NGINX % {"folder": folder, "port": port, "servers": servers})
        subprocess.run(["nginx", "-c", self.settings], check=True)
        self.pid = number(f"{folder}/{port}.pid")

    def reload(self):
        """Seconds until the new workers are there, and how many megabytes all its processes have then."""
        old = set(children(self.pid))
        start = time.time()
        subprocess.run(["nginx", "-c", self.settings, "-s", "reload"], check=True, stderr=subprocess.DEVNULL)
        while not set(children(self.pid)) - old:
            time.sleep(0.005)
        return time.time() - start, memory(self.pid)

    def stop(self):
        subprocess.run(["nginx", "-c", self.settings, "-s", "stop"], check=True, stderr=subprocess.DEVNULL)


def memory(process):
    kib = 0
    for pid in [process, *children(process)]:
        try:
            kib += next(int(line.split()[1]) for line in open(f"/proc/{pid}/smaps_rollup") if line.startswith("Pss:"))
        except OSError:
            # A worker of before the reload that has ended meanwhile.
            pass
    return kib / 1024


def asked(port, processes):
    """Microseconds of processor time for a request, requests in a second, and how many went wrong."""
    before = sum(map(cpu, processes))
    requests, wrong = Load(port, [host for host, _ in found], 32, SECONDS).result()
    spent = sum(map(cpu, processes)) - before
    return spent / requests * 1e6, requests / SECONDS, wrong


panel = Panel()
found = [line.split("|") for line in panel.ask(
    f"select host, home from node.web where site_id = sub_id and node_id = 1 and state = 'on' order by sub_id limit {HOSTS}")]
folder = tempfile.mkdtemp()
os.chmod(folder, 0o755)
single = Server(folder, SINGLE, f"server {{ listen {SINGLE}; root {found[0][1]}/httpdocs; }}")
blocks = Server(folder, BLOCKS, "".join(
    f"server {{ listen {BLOCKS}; server_name {host}; root {home}/httpdocs; }}\n" for host, home in found))
try:
    node = [number(NODE_HOME + "/web/nginx.pid"), number(NODE_HOME + "/postgresql/postmaster.pid")]
    kinds = {"one fixed server block": (SINGLE, [single.pid]),
             f"{len(found)} server blocks": (BLOCKS, [blocks.pid]),
             "look-up at each request": (int(os.environ.get("WIRT_NODE_HTTP_PORT", "80")), node)}
    results = {kind: [] for kind in kinds}
    for turn in range(TURNS + 1):
        for kind, (port, processes) in kinds.items():
            result = asked(port, processes)
            if turn:
                results[kind].append(result)
    print(f"| {len(found)} hosts, {TURNS} turns of {SECONDS} s | µs of processor time for a request (median) | ratio | requests/s (median) | wrong |")
    print("|---|---|---|---|---|")
    first = statistics.median(one[0] for one in results["one fixed server block"])
    for kind, all_of in results.items():
        spent = statistics.median(one[0] for one in all_of)
        print(f"| {kind} | {spent:.1f} | {spent / first:.1f} | {statistics.median(one[1] for one in all_of):.0f} "
              f"| {sum(one[2] for one in all_of)} |")
    reloads = [blocks.reload() for _ in range(3)]
    print(f"\n{len(found)} blocks: a reload takes {statistics.median(one[0] for one in reloads):.2f} s, and "
          f"{reloads[-1][1]:.0f} MiB after three; the node's nginx has {memory(node[0]):.0f} MiB and is never reloaded.")
finally:
    single.stop()
    blocks.stop()
