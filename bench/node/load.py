#!/usr/bin/env python3
"""Suspensions of a hosting node under load: answers that are stale, requests of other sites that fail, and many at once.

On the node's machine, beside its panel, as root; needs Debian's wrk. Usage: load.py PASSWORD-OF-ADMIN [rounds] [customers]
"""
import os, random, socket, sys, threading, time

from panel import Load, Pages, Panel

PASSWORD = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 80
MANY = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
HTTP = int(os.environ.get("WIRT_NODE_HTTP_PORT", "80"))


class Visitor(threading.Thread):
    """Asks for one host again and again over one connection, and remembers from when to when, and what was answered."""

    def __init__(self, host):
        super().__init__(daemon=True)
        self.text = f"HEAD / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
        self.seen = []
        self.goes = True

    def run(self):
        line = socket.create_connection(("127.0.0.1", HTTP))
        while self.goes:
            start = time.time()
            line.sendall(self.text)
            answer = line.recv(4096)
            self.seen.append((start, time.time(), answer[9:12].decode()))
            if not answer or b"Connection: close" in answer:
                line = socket.create_connection(("127.0.0.1", HTTP))


def status(host):
    with socket.create_connection(("127.0.0.1", HTTP), 10) as line:
        line.sendall(f"HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        return line.recv(12)[9:].decode()


def stale(panel, victim, customer, others):
    load = Load(HTTP, others, 16)
    visitor = Visitor(victim)
    visitor.start()
    rounds = []
    time.sleep(1)
    for _ in range(ROUNDS):
        panel.suspend(f"id = {customer}")
        committed = time.time()
        panel.confirmed()
        confirmed = time.time()
        time.sleep(0.1)
        back = time.time()
        panel.activate()
        activated = time.time()
        panel.confirmed()
        again = time.time()
        time.sleep(0.1)
        rounds.append((committed, confirmed, back, activated, again, time.time()))
    visitor.goes = False
    asked, wrong = load.stop()
    after, late, latest, dark = 0, 0, 0, 0
    for committed, confirmed, back, activated, again, end in rounds:
        # Neither one that was on its way before, nor one that was still on its way at the next change.
        wrongly = [at for at, told, what in visitor.seen if committed < at and told < back and what == "200"]
        after += bool(wrongly)
        latest = max([latest, *(at - committed for at in wrongly)])
        late += sum(at > confirmed for at in wrongly)
        dark += sum(again < at and told < end and what != "200" for at, told, what in visitor.seen)
    print(f"| suspensions under load | {ROUNDS} |\n|---|---|")
    print(f"| requests of {len(others)} other sites meanwhile | {asked} |")
    print(f"| of these failed | {wrong} |")
    print(f"| requests of the suspended site meanwhile | {len(visitor.seen)} |")
    print(f"| rounds with an answer as if live that was asked for after the commit had returned | {after} |")
    print(f"| the latest of these began after the commit, ms | {latest * 1000:.2f} |")
    print(f"| such answers after the suspension was confirmed | {late} |")
    print(f"| answers as if dark after the activation was confirmed | {dark} |")


def many(panel):
    """The deed by the panel's page; then what the node answers."""
    customers = panel.ask(f"select id from wirt.account where kind = 'CUSTOMER' and reasons = 0 and not removed order by id limit {MANY}")
    hosts = panel.ask("select v.host from node.web v join wirt.subscription s on s.id = v.sub_id where v.state = 'on' and s.customer_id "
                      f"between {customers[0]} and {customers[-1]} order by random() limit 500")
    print(f"\n{len(customers)} customers at once, {panel.ask('select count(*) from wirt.site')[0]} sites:\n")
    print("| deed | until the job was done, s | until the node had confirmed, s | answers of 500 sites |\n|---|---|---|---|")
    pages = Pages("admin", PASSWORD)
    for verb in ("suspend", "activate"):
        start = time.time()
        way = pages.post(f"/bulk/customer.{verb}", [("return", "/customers"), ("scope", "all"), *(("id", one) for one in customers)])
        while "/cancel" in pages.get(f"/jobs/{way.split('job=')[1]}/progress"):
            time.sleep(0.05)
        done = time.time() - start
        panel.confirmed()
        confirmed = time.time() - start
        answers = [status(host) for host in hosts]
        told = ", ".join(f"{answers.count(one)} × {one}" for one in sorted(set(answers)))
        print(f"| {verb} | {done:.2f} | {confirmed:.2f} | {told} |", flush=True)


if __name__ == "__main__":
    panel = Panel()
    rows = [line.split("|") for line in panel.ask(
        "select v.host, s.customer_id from node.web v join wirt.subscription s on s.id = v.sub_id "
        "join wirt.account a on a.id = s.customer_id where a.kind = 'CUSTOMER' and v.site_id = v.sub_id and v.node_id = 1 "
        "and v.state = 'on' order by v.sub_id limit 1000")]
    victim, customer = random.choice(rows)
    stale(panel, victim, customer, [host for host, whose in rows if whose != customer])
    many(panel)
