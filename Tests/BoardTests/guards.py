#!/usr/bin/env python3
"""More attacks on the board: what it listens at, cookies, sockets that pretend, reads that would change
something, hostile names on every page, plans without end, and clients that take nothing.

    Tests/BoardTests/guards.py [NAME…]       SOUSCHEF_BOARD_PROGRAM names another program
"""

import hashlib
import os
import shutil
import socket
import sqlite3
import ssl
import subprocess
import sys
import threading
import time

import attacks
from attacks import status_of
from board import ROOT, Board

COMMAND = os.environ.get("SOUSCHEF_PROGRAM", str(ROOT / ".build/release/souschef"))
HOSTILE = ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "\" onmouseover=alert(1) x=\"",
           "'; DROP TABLE dish; --", "\u202eflip", "x" * 100, "🍲🥣 soup", "{{7*7}}", "&lt;b&gt;"]


def addresses(port):
    """The addresses that a port is listened at."""
    found = set()
    for name in ["tcp", "tcp6"]:
        for line in open(f"/proc/net/{name}").readlines()[1:]:
            fields = line.split()
            place, number = fields[1].split(":")
            if int(number, 16) == port and fields[3] == "0A":
                found.add(place)
    return found


def listening():
    own = {"0100007F", "00000000000000000000000001000000"}
    with Board() as board:
        assert addresses(board.port) <= own, addresses(board.port)
    with Board("--lan") as board:
        assert "00000000" in addresses(board.port)
        assert any("Let a screen in" in line for line in board.lines)


def cookies():
    with Board() as board:
        _, fields, _ = board.request("POST", "/api/pair", {"secret": board.secret()}, cookie=False)
        name, *parts = [part.strip() for part in fields["set-cookie"].split(";")]
        assert name.startswith(f"souschef-{board.port}=") and len(name.split("=")[1]) == 64, name
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(parts) and "Secure" not in parts, parts
        token = name.split("=")[1]
        board.cookie = f"souschef-{board.port + 1}={token}"
        assert board.request("GET", "/api/status")[0] == 403
        board.cookie = name
        for number in range(64):
            other = token[:number] + ("0" if token[number] != "0" else "1") + token[number + 1:]
            if number % 16 == 0:
                board.cookie = f"souschef-{board.port}={other}"
                assert board.request("GET", "/api/status")[0] == 403
        board.cookie = name
        board.request("GET", "/nowhere/" + token)
        time.sleep(0.2)
        assert token not in "".join(board.lines)
    with Board("--origin", "https://kitchen.example") as board:
        host = {"Host": "kitchen.example", "Origin": "https://kitchen.example"}
        _, fields, _ = board.request("POST", "/api/pair", {"secret": board.secret()}, host, cookie=False)
        assert fields["set-cookie"].startswith("__Host-souschef-") and "Secure" in fields["set-cookie"], fields


def pretenders():
    with Board() as board:
        board.pair()
        upgrade = (f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\nCookie: {board.cookie}\r\n"
                   "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").encode()
        answer, _ = board.raw(upgrade, seconds=1)
        assert status_of(answer) != 101, answer[:200]
        for fields in [{"X-Forwarded-Host": "evil.test"}, {"X-Forwarded-Proto": "https"}, {"Forwarded": "host=evil.test"},
                       {"X-Forwarded-For": "127.0.0.1"}]:
            status, _, text = board.request("GET", "/kitchen", headers=fields)
            assert status == 200 and "evil.test" not in text, fields
        assert board.request("GET", "/pair", headers={"Host": "evil.test", "X-Forwarded-Host": f"127.0.0.1:{board.port}"})[0] == 421
        assert board.request("POST", "/api/undo", {}, {"Origin": "https://evil.test", "X-Forwarded-Host": "evil.test"})[0] == 403
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]:
            assert board.request(method, "/api/dishes", headers={"Origin": board.origin})[0] in (400, 404, 405), method
        for fields in [{"Sec-Fetch-Site": "cross-site"}]:
            assert board.request("GET", "/api/status", headers=fields)[0] == 403


def dump(board):
    with sqlite3.connect(f"file:{board.database}?mode=ro", uri=True) as database:
        return "\n".join(line for line in database.iterdump() if "board_device" not in line)


def reads():
    """Whatever is only looked at changes nothing, with verbs, methods and markup in its address or not."""
    with Board() as board:
        board.pair()
        board.furnish()
        assert board.post("/api/cook", {"name": "lunch", "simulate": True})[0] == 200
        while board.get("/api/status")[1]["status"] is not None or "board_run\" VALUES" in dump(board):
            time.sleep(0.2)
        before = dump(board)
        places = ["/", "/?name=lunch", "/?name=lunch&whatIf=yes", "/kitchen", "/kitchen?cook=x", "/week", "/shop", "/dishes",
                  "/dishes/Pasta", "/dishes/Pasta/steps", "/dishes/Pasta/picture.svg", "/import", "/history", "/history/1",
                  "/history/steps", "/history/meals", "/history/dishes", "/history/learn", "/history/compare?run=1&run=1",
                  "/plans/1", "/plans/1/print", "/week/print", "/api/status", "/api/dishes", "/api/meals", "/api/plan?name=lunch",
                  "/api/history", "/api/week", "/api/shop", "/api/run/done", "/api/undo", "/api/cook?name=lunch", "/undo",
                  "/kitchen/done", "/week/add", "/shop/tick", "/dishes/Pasta/remove", "/history/learn?dish=Pasta"]
        for place in places:
            status, _, _ = board.request("GET", place)
            assert status in (200, 303, 400, 404), (place, status)
        assert dump(board) == before


def names():
    """A dish called anything is text wherever it stands, and can be reached, edited, planned and cooked."""
    with Board() as board:
        board.pair()
        kept = []
        for name in HOSTILE:
            status, said = board.post("/api/dishes", {"name": name, "steps": ["stir it 5m", "wait 2m @burner"],
                                                      "tags": [name[:40].replace(",", "")], "notes": name,
                                                      "ingredient": [f"2 {name}"], "servings": 2})
            assert status in (200, 400), (name, said)
            if status == 200:
                kept.append(name)
            time.sleep(0.12)
        assert len(kept) >= 6, kept
        board.post("/api/cook", {"names": kept, "simulate": True})
        from urllib.parse import quote
        places = ["/", "/dishes", "/week", "/shop", "/import", "/kitchen", "/history", "/history/1", "/history/steps",
                  "/history/dishes", "/plans/1", "/plans/1/print", "/history/1/picture.svg", "/history/steps/picture.svg",
                  "/" + "?" + "&".join("name=" + quote(name, safe="") for name in kept)]
        for name in kept:
            path = "/dishes/" + quote(name, safe="")
            places += [path, path + "/steps", path + "/picture.svg", "/dishes?find=" + quote(name, safe="")]
        for place in places:
            status, fields, text = board.request("GET", place)
            assert status == 200, (place, status, text[:300])
            low = text.lower()
            assert "<img src=x" not in low and "<script>alert" not in low and "\" onmouseover" not in low, place
        status, said = board.post("/api/cook", {"names": kept[:3]})
        assert status == 200, said
        for place in ["/kitchen", "/api/status"]:
            assert board.request("GET", place)[0] == 200
        _, _, text = board.request("GET", "/kitchen")
        assert "<img src=x" not in text


def two_screens():
    """Of two screens that answer one act at once, one wins and the other is reported who."""
    with Board() as board:
        board.pair(name="Tablet")
        board.furnish()
        tablet = board.cookie
        time.sleep(1.1)
        assert len(board.lines) and board.secret()
        board.pair(name="Phone")
        phone = board.cookie
        assert board.post("/api/cook", {"name": "Avocado"})[0] == 200
        time.sleep(0.5)
        view = board.get("/api/status")[1]["view"]
        act = {"act": view["now"][0]["act"], "run": view["run"]}
        answers = []

        def press(cookie):
            answers.append(board.request("POST", "/api/run/done", act, {"Cookie": cookie}))

        threads = [threading.Thread(target=press, args=(cookie,)) for cookie in (tablet, phone)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answer[0] for answer in answers) == [200, 409], answers
        loser = next(answer for answer in answers if answer[0] == 409)
        assert "quicker" in loser[2] and ("Tablet" in loser[2] or "Phone" in loser[2]), loser


def planning():
    """One plan at a time, for ten seconds at most, and no longer than its client waits; verbs go on."""
    steps = lambda dish: [f"step {n} {3 + (dish * 7 + n * 5) % 17}m" + (" @burner" if n % 3 == 0 else "") for n in range(8)]
    with Board() as board:
        board.pair()
        names = []
        for dish in range(9):
            names.append(f"Dish {dish}")
            assert board.post("/api/dishes", {"name": names[-1], "steps": steps(dish)})[0] == 200
            time.sleep(0.12)
        query = "/api/plan?" + "&".join("name=" + name.replace(" ", "%20") for name in names)
        began = time.monotonic()
        first = []
        thread = threading.Thread(target=lambda: first.append(board.request("GET", query, timeout=30)))
        thread.start()
        time.sleep(0.3)
        busy = board.request("GET", query)
        slowest = 0
        while thread.is_alive():
            asked = time.monotonic()
            assert board.request("GET", "/kitchen")[0] == 200
            slowest = max(slowest, time.monotonic() - asked)
            time.sleep(0.1)
        took = time.monotonic() - began
        print(f"        a large plan took {took:.1f} s, pages meanwhile at most {slowest * 1000:.0f} ms")
        assert first[0][0] == 200 and took < 14, (first[0][0], took)
        assert busy[0] == 503 or took < 1, busy
        # A client that goes away frees the desk.
        connection = socket.create_connection(("127.0.0.1", board.port))
        connection.sendall(f"GET {query} HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\nCookie: {board.cookie}\r\n\r\n".encode())
        time.sleep(0.4)
        connection.close()
        time.sleep(1.2)
        assert board.request("GET", "/api/plan?name=Dish%200")[0] == 200


def takers():
    """A client that asks for much and takes nothing is cut off after fifteen seconds."""
    with Board() as board:
        board.pair()
        for part in range(12):
            dishes = "".join(f"  - {{name: D{part}-{n}, waiting: 5m, notes: '{'n' * 1900}'}}\n" for n in range(450))
            assert board.post("/api/import", {"text": "dishes:\n" + dishes})[0] == 200
            time.sleep(0.15)
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", board.port))
        client.sendall(f"GET /api/dishes HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\nCookie: {board.cookie}\r\n\r\n".encode())
        began = time.monotonic()
        client.settimeout(30)
        got = 0
        port = client.getsockname()[1]
        while time.monotonic() - began < 30:
            time.sleep(0.5)
            open_ones = [line for line in open("/proc/net/tcp").readlines()[1:]
                         if line.split()[1].endswith(f":{board.port:04X}") and line.split()[2].endswith(f":{port:04X}")
                         and line.split()[3] == "01"]
            if not open_ones:
                break
        took = time.monotonic() - began
        print(f"        cut off after {took:.1f} s")
        assert 13 < took < 20, took
        client.close()


def others():
    """SIGTERM ends the board within two seconds while a run in another process goes on."""
    if not os.access(COMMAND, os.X_OK):
        print("        left out: that needs the program souschef")
        return
    with Board() as board:
        board.pair()
        board.furnish()
        cook = subprocess.Popen([COMMAND, "--db", board.database, "cook", "Pasta"], stdin=subprocess.PIPE,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 8
        while board.get("/api/status")[1]["status"] != "running" and time.monotonic() < end:
            time.sleep(0.1)
        assert board.post("/api/run/pause", {})[0] == 200
        assert board.post("/api/run/resume", {})[0] == 200
        assert board.stop() < 2
        time.sleep(0.5)
        assert cook.poll() is None
        board.start()
        assert board.get("/api/status")[1]["status"] == "running"
        cook.terminate()
        cook.wait(10)


def slowhttptest():
    """slowhttptest in its three modes: a page loads meanwhile."""
    if not shutil.which("slowhttptest"):
        print("        left out: that needs slowhttptest")
        return
    with Board() as board:
        board.pair()
        for mode in (["-H", "-i", "5"], ["-B", "-i", "5", "-s", "8192"], ["-X", "-w", "10", "-y", "20", "-z", "5", "-k", "3"]):
            attack = subprocess.Popen(
                ["slowhttptest", "-c", "200", *mode, "-r", "100", "-l", "12", "-u", f"http://127.0.0.1:{board.port}/pair", "-p", "3"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            worst, pages = 0, 0
            while attack.poll() is None:
                time.sleep(1)
                began = time.monotonic()
                connection = socket.create_connection(("::1", board.port), 3)
                connection.sendall((f"GET /kitchen HTTP/1.1\r\nHost: [::1]:{board.port}\r\nCookie: {board.cookie}\r\n"
                                    "Connection: close\r\n\r\n").encode())
                assert connection.recv(100).startswith(b"HTTP/1.1 200"), mode
                connection.close()
                pages += 1
                worst = max(worst, time.monotonic() - began)
            print(f"        {mode[0]}: {pages} pages meanwhile, the slowest {worst * 1000:.0f} ms")
            assert board.process.poll() is None and worst < 1, (mode, worst)


def encrypted():
    """With --tls: https alone, its own certificate for its names, kept, and cookies that never travel in the open."""
    with Board("--tls", "--name", "kitchen.example") as board:
        status, fields, text = board.request("POST", "/api/pair", {"secret": board.secret()}, cookie=False)
        assert status == 200, text
        assert fields["set-cookie"].startswith("__Host-souschef-") and "Secure" in fields["set-cookie"], fields
        board.cookie = fields["set-cookie"].split(";")[0]
        board.furnish()
        assert board.request("POST", "/api/undo", {}, {"Origin": f"http://127.0.0.1:{board.port}"})[0] == 403
        assert board.request("GET", "/api/status", headers={"Host": "evil.test"})[0] == 421
        answer, _ = board.raw(f"GET /pair HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\n\r\n".encode(), seconds=3)
        assert not answer.startswith(b"HTTP"), answer[:60]
        shown = next(line for line in board.lines if line.count(":") == 31).strip()
        names = ssl.get_server_certificate(("127.0.0.1", board.port))
        assert hashlib.sha256(ssl.PEM_cert_to_DER_cert(names)).hexdigest().upper() == shown.replace(":", "")
        checked = ssl.create_default_context(cadata=names)
        for name in ["localhost", "kitchen.example", "127.0.0.1"]:
            with socket.create_connection(("127.0.0.1", board.port)) as plain:
                with checked.wrap_socket(plain, server_hostname=name) as secure:
                    assert secure.version() in ("TLSv1.2", "TLSv1.3")
        folder = os.path.dirname(board.database)
        assert os.stat(folder + "/board-key.pem").st_mode & 0o077 == 0
        board.stop()
        board.start()
        assert ssl.get_server_certificate(("127.0.0.1", board.port)) == names
        # A handshake that does not go on is ended, and keeps nobody waiting.
        idle = [socket.create_connection(("127.0.0.1", board.port)) for _ in range(8)]
        assert board.request("GET", "/kitchen")[0] == 200
        for connection in idle:
            connection.close()


ALL = [listening, encrypted, cookies, pretenders, reads, names, two_screens, planning, others, takers, slowhttptest]


if __name__ == "__main__":
    sys.exit(attacks.main(sys.argv[1:], ALL))
