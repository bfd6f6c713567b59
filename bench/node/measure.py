#!/usr/bin/env python3
"""Figures of a hosting node that runs on this machine beside its panel (root; Debian's python3, wrk and nginx).

Takes one customer of the demo data by its FTP login, suspends and activates him by rows in the panel's database, as the
panel's verbs do, and by its pages; asks the node's servers over loopback. The panel's administrator signs in with
WIRT_ADMIN_PASSWORD. Usage: measure.py LOGIN PASSWORD MAILBOX HOST [rounds]
"""
import ftplib, imaplib, os, smtplib, socket, ssl, statistics, sys, threading, time

from panel import Pages, Panel

LOGIN, PASSWORD, MAILBOX, HOST = sys.argv[1:5]
ROUNDS = int(sys.argv[5]) if len(sys.argv) > 5 else 200
TLS = ssl._create_unverified_context()


class Customer(Panel):
    """One, whom all is done to."""

    def __init__(self):
        super().__init__()
        self.id = self.ask(f"select customer_id from wirt.ftp_login where login = '{LOGIN}'")[0]

    def suspend(self):
        super().suspend(f"id = {self.id}")


def ftp():
    with ftplib.FTP() as client:
        client.connect("127.0.0.1", 21, 10)
        client.login(LOGIN, PASSWORD)


def imap():
    client = imaplib.IMAP4("127.0.0.1", 143)
    try:
        client.login(MAILBOX, PASSWORD)
    finally:
        client.shutdown()


def submission():
    with smtplib.SMTP("127.0.0.1", 587, timeout=10) as client:
        client.starttls(context=TLS)
        client.login(MAILBOX, PASSWORD)


def web():
    with socket.create_connection(("127.0.0.1", 80), 10) as client:
        client.sendall(f"HEAD / HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        if not client.recv(12).endswith(b"200"):
            raise OSError


def accepted(attempt):
    try:
        attempt()
        return True
    except (OSError, ftplib.Error, imaplib.IMAP4.error, smtplib.SMTPException):
        return False


def logins(panel):
    """How many were let in right after the raw commit, and right after the panel's page said that it is done; how many
    were refused right after it said that he is active again. A page's answer is what a person or a program waits for."""
    pages = Pages("admin", os.environ["WIRT_ADMIN_PASSWORD"])
    print("| service | rounds | let in after the commit returned | let in after the panel's answer | refused after that "
          "of the activation | answers that named the node as silent | answer, median ms | longest |")
    print("|---|---|---|---|---|---|---|---|")
    for attempt in (web, imap, submission, ftp):
        at_once = late = refused = silent = 0
        answers = []
        for _ in range(ROUNDS):
            panel.suspend()
            at_once += accepted(attempt)
            panel.activate()
            panel.confirmed()
            answers.append(deed(pages, panel, "suspend"))
            late += accepted(attempt)
            silent += unconfirmed(pages, panel)
            answers.append(deed(pages, panel, "activate"))
            refused += not accepted(attempt)
            silent += unconfirmed(pages, panel)
            # Faster than this the node would hold the measurement off, and it would ask too late to see anything.
            time.sleep(0.4 if attempt is ftp else 0)
        print(f"| {attempt.__name__} | {ROUNDS} | {at_once} | {late} | {refused} | {silent} | {statistics.median(answers) * 1000:.0f} "
              f"| {max(answers) * 1000:.0f} |", flush=True)


def deed(pages, panel, verb):
    start = time.time()
    pages.post(f"/bulk/customer.{verb}", [("return", "/customers"), ("id", panel.id)])
    return time.time() - start


def unconfirmed(pages, panel):
    """Whether the message that the last deed left says so."""
    page = pages.get(f"/customers/{panel.id}")
    return "Not confirmed yet" in page or "Noch nicht bestätigt" in page


def open_ftp():
    client = ftplib.FTP()
    client.connect("127.0.0.1", 21, 10)
    client.login(LOGIN, PASSWORD)
    return client.sock


def open_imap():
    client = imaplib.IMAP4("127.0.0.1", 143)
    client.login(MAILBOX, PASSWORD)
    client.sock.settimeout(None)
    client.sock.sendall(b"x select inbox\r\ny idle\r\n")
    time.sleep(0.1)
    return client.sock


def opened_http(path):
    def open_it():
        client = socket.create_connection(("127.0.0.1", 80), 10)
        client.settimeout(None)
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        client.recv(100)
        return client
    return open_it


def ends(connection, result):
    try:
        while connection.recv(65536):
            time.sleep(0.001)
    except OSError:
        pass
    result.append(time.time())


def cuts(panel):
    """From the commit to the end of a connection that was open."""
    home = panel.ask("select s.home from wirt.subscription s join wirt.ftp_login f on f.subscription_id = s.id "
                     f"where f.login = '{LOGIN}'")[0]
    with open(home + "/httpdocs/bench.bin", "wb") as big:
        big.truncate(2 << 30)
    with open(home + "/httpdocs/bench.php", "w") as script:
        script.write("<?php set_time_limit(0); ignore_user_abort(true); while (true) { echo str_repeat('x', 65536); flush(); usleep(5000); }")
    print("\n| what was open | rounds | median s | longest s |\n|---|---|---|---|")
    doors = {"FTP, idle": open_ftp, "IMAP, IDLE": open_imap, "download": opened_http("/bench.bin"),
             "PHP script": opened_http("/bench.php")}
    for name, door in doors.items():
        times = []
        for _ in range(20):
            end = []
            connection = door()
            reader = threading.Thread(target=ends, args=(connection, end))
            reader.start()
            time.sleep(0.3)
            panel.suspend()
            start = time.time()
            reader.join(10)
            times.append(end[0] - start if end else 10)
            panel.activate()
            panel.confirmed()
        print(f"| {name} | 20 | {statistics.median(times):.2f} | {max(times):.2f} |", flush=True)
    os.remove(home + "/httpdocs/bench.bin")
    os.remove(home + "/httpdocs/bench.php")


def memory():
    """Resident megabytes by program, what is shared counted once (PSS)."""
    sums = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            words = open(f"/proc/{pid}/cmdline").read().replace("\0", " ")
            name = open(f"/proc/{pid}/comm").read().strip()
            pss = next(int(line.split()[1]) for line in open(f"/proc/{pid}/smaps_rollup") if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
        kind = ("agent" if "org.wirt.engine.Node agent" in words else
                "keeper" if "org.wirt.engine.Node keep" in words else "PowerDNS" if name == "pdns_server" else "nginx" if name == "nginx"
                else "PHP-FPM" if name.startswith("php-fpm") else "ProFTPD" if name == "proftpd"
                else "Dovecot" if "dovecot" in words or name in ("imap-login", "auth", "config") else
                "Postfix" if "postfix" in words or name in ("qmgr", "pickup", "proxymap", "smtpd") else
                "the node's PostgreSQL" if name == "postgres" and "/postgresql/15/" in os.readlink(f"/proc/{pid}/exe") else None)
        if kind:
            sums[kind] = sums.get(kind, 0) + pss
    print("\n| server | MiB |\n|---|---|")
    for kind, kib in sorted(sums.items()):
        print(f"| {kind} | {kib / 1024:.0f} |")


if __name__ == "__main__":
    panel = Customer()
    if ROUNDS:
        logins(panel)
    cuts(panel)
    memory()
