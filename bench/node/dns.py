#!/usr/bin/env python3
"""DNS of a hosting node that runs on this machine beside its panel (root; Debian's python3 and psql).

How many questions a second one client gets answered, one after the other, and how long after the commit on the panel a
changed record is answered. Adds one record to a domain of the demo data and removes it. Usage: dns.py HOST [rounds]
"""
import os, random, socket, statistics, struct, sys, time

from panel import Panel

HOST = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 50
DNS = int(os.environ.get("WIRT_NODE_DNS_PORT", "53"))
SECONDS = 5


def question(name):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return struct.pack(">6H", random.randrange(65536), 0, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">2H", 1, 1)


def address(client, packet):
    """The last address of the answer; empty where there is none."""
    client.send(packet)
    answer = client.recv(4096)
    return socket.inet_ntoa(answer[-4:]) if struct.unpack(">H", answer[6:8])[0] else ""


def rate(client, names):
    packets = [question(name) for name in names]
    answered, end = 0, time.time() + SECONDS
    while time.time() < end:
        for packet in packets:
            address(client, packet)
        answered += len(packets)
    return answered / SECONDS


panel = Panel()
hosts = panel.ask("select host from wirt.site where not released order by random() limit 1000")
print(len(hosts), "of", panel.ask("select count(*) from wirt.site")[0], "domains,",
      panel.ask("select count(*) from wirt.dns_record")[0], "own records")
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(5)
client.connect(("127.0.0.1", DNS))
for what, names in {"the domain": hosts, "www": ["www." + host for host in hosts],
                    "no such name": ["nobody." + host for host in hosts],
                    "no such domain": ["nobody-%d.invalid" % i for i in range(1000)]}.items():
    print("%-15s %6.0f questions/s" % (what, rate(client, names)))

panel.ask("insert into wirt.dns_record (site_id, host, subscription_id, customer_id, reseller_id, node_id, name, type, value, ttl) "
          "select id, host, subscription_id, customer_id, reseller_id, node_id, 'bench', 'A', '192.0.2.0', 60 "
          f"from wirt.site where host = '{HOST}' and not released")
taken = []
try:
    packet = question("bench." + HOST)
    for i in range(1, ROUNDS + 1):
        wanted = "192.0.2.%d" % (i % 250 + 1)
        panel.ask(f"update wirt.dns_record set value = '{wanted}' where host = '{HOST}' and name = 'bench'")
        start = time.perf_counter()
        while address(client, packet) != wanted:
            if time.perf_counter() - start > 5:
                raise SystemExit("the node does not follow")
        taken.append((time.perf_counter() - start) * 1000)
        time.sleep(random.random() / 20)
finally:
    panel.ask(f"delete from wirt.dns_record where host = '{HOST}' and name = 'bench'")
print("commit to changed answer, %d rounds: %.2f ms median, %.2f at most" % (ROUNDS, statistics.median(taken), max(taken)))
