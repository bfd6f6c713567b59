#!/usr/bin/env python3
"""What the programs' doors cost: python3 bench/doors/measure.py URL PASSWORD TOKEN PID [ROUNDS]

URL is the panel's plain address, PASSWORD the administrator's, TOKEN one of his with all rights, PID that of the panel's process.
One request after the other (concurrency 1) on one connection, each about another object, picked by chance among all; the times
are those of the client, the first ten of each kind left out. Limits: 20 ms at the 95th percentile; the answer about everybody at most 64 MB more than before it.
"""
import http.client
import random
import re
import sys
import threading
import time
import urllib.parse

LIMIT_MS = 20.0
LIMIT_MB = 64.0
WARM = 10


def connection(url):
    parts = urllib.parse.urlsplit(url)
    return http.client.HTTPConnection(parts.hostname, parts.port, timeout=600)


def packet(line, password, operators):
    headers = {"HTTP_AUTH_LOGIN": "admin", "HTTP_AUTH_PASSWD": password, "Content-Type": "text/xml"}
    line.request("POST", "/enterprise/control/agent.php", "<packet>" + operators + "</packet>", headers)
    return line.getresponse()


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def timed(name, rounds, ask):
    """Numbers of which there is no object do not count."""
    times = []
    for i in range(rounds * 20):
        start = time.perf_counter()
        answer = ask()
        took = (time.perf_counter() - start) * 1000
        if b"<errcode>1013<" in answer or b'"status":404' in answer:
            continue
        if b"error" in answer[:400] or not answer:
            sys.exit(name + " failed: " + answer[:400].decode())
        times.append(took)
        if len(times) == rounds + WARM:
            break
    else:
        sys.exit(name + ": hardly any of these numbers is one of an object")
    times = times[WARM:]
    p95 = percentile(times, 0.95)
    print(f"| {name} | {rounds} | {percentile(times, 0.5):.1f} | {p95:.1f} | {p95 / LIMIT_MS:.2f} |", flush=True)


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024


class Watch(threading.Thread):
    """The most that a process has resident while something goes on."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0.0, False

    def run(self):
        while not self.over:
            self.most = max(self.most, resident(self.pid))
            time.sleep(0.05)


def main():
    url, password, token, pid = sys.argv[1:5]
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 500
    line = connection(url)

    def xml(operators):
        return packet(line, password, operators).read()

    def json(path):
        line.request("GET", path, headers={"Authorization": "Bearer " + token})
        return line.getresponse().read()

    def someone(operator, own):
        """Picks a number between the lowest and the highest that lists sorted in many ways tell."""
        found = []
        for order in ("name", "created"):
            for direction in ("asc", "desc"):
                text = json(f"/api/v1/{operator}?size=250&sort={order}&dir={direction}").decode()
                found += [int(n) for n in re.findall(own, text)]
        return lambda: random.randint(min(found), max(found))

    customer = someone("customers", r'\{"id":(\d+),"contactName"')
    subscription = someone("subscriptions", r'\{"id":(\d+),"name":"[^"]*","subscriber"')
    print("| asked for | rounds | median ms | 95th percentile ms | of the limit |\n|---|---|---|---|---|")
    timed("XML customer/get by id", rounds, lambda: xml(
        f"<customer><get><filter><id>{customer()}</id></filter><dataset><gen_info/></dataset></get></customer>"))
    timed("XML customer/get by id with stat", rounds, lambda: xml(
        f"<customer><get><filter><id>{customer()}</id></filter><dataset><gen_info/><stat/></dataset></get></customer>"))
    timed("XML webspace/get with limits and usage by id", rounds, lambda: xml(
        f"<webspace><get><filter><id>{subscription()}</id></filter>"
        "<dataset><gen_info/><limits/><stat/><resource-usage/></dataset></get></webspace>"))
    # Within the pace of a token.
    few = min(rounds, 400)
    timed("JSON customer by id", few, lambda: json(f"/api/v1/customers/{customer()}"))
    timed("JSON list of 50 customers", few, lambda: json("/api/v1/customers?size=50"))
    start = time.perf_counter()
    fresh = packet(connection(url), password, "<server><get_protos/></server>").read()
    print(f"\nA remembered password on a new connection: {(time.perf_counter() - start) * 1000:.1f} ms ({len(fresh)} bytes).")

    before = resident(pid)
    watch = Watch(pid)
    watch.start()
    start = time.perf_counter()
    answer = packet(connection(url), password, "<customer><get><filter/><dataset><gen_info/></dataset></get></customer>")
    told = 0
    size = 0
    tail = b""
    while chunk := answer.read(1 << 16):
        size += len(chunk)
        told += (tail[-8:] + chunk).count(b"<result>") - tail[-8:].count(b"<result>")
        tail = chunk
    watch.over = True
    watch.join()
    more = watch.most - before
    print(f"\nEverybody: {told} customers, {size / 2**20:.0f} MiB in {time.perf_counter() - start:.1f} s; "
          f"{more:.0f} MB more resident than before ({more / LIMIT_MB:.2f} of the limit).")


if __name__ == "__main__":
    main()
