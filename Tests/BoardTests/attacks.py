#!/usr/bin/env python3
"""Attacks the board as strangers on the network, other pages and broken programs would.

    Tests/BoardTests/attacks.py [NAME…]       SOUSCHEF_BOARD_PROGRAM names another program
"""

import os
import socket
import sqlite3
import sys
import tempfile
import time
import traceback

from board import Board


def status_of(answer):
    return int(answer.split(b" ")[1]) if answer.startswith(b"HTTP/1.1 ") else None


def head(board, *lines, host=None):
    host = host if host is not None else f"127.0.0.1:{board.port}"
    return ("\r\n".join(["GET /pair HTTP/1.1", f"Host: {host}", *lines]) + "\r\n\r\n").encode()


def hosts():
    with Board("--name", "kitchen.example") as board:
        assert board.request("GET", "/pair", headers={"Host": "evil.test"})[0] == 421
        assert board.request("GET", "/pair", headers={"Host": f"evil.test:{board.port}"})[0] == 421
        assert board.request("GET", "/pair", headers={"Host": "127.0.0.1"})[0] == 421
        assert board.request("GET", "/assets/x/board.css", headers={"Host": "evil.test"})[0] == 421
        for name in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST", "kitchen.example"]:
            status = board.request("GET", "/pair", headers={"Host": f"{name}:{board.port}"})[0]
            assert status == 200, (name, status)
        assert "address" in board.request("GET", "/pair", headers={"Host": "evil.test"})[2]
        assert status_of(board.raw(b"GET /pair HTTP/1.1\r\n\r\n")[0]) == 400
        twice = head(board, f"Host: 127.0.0.1:{board.port}")
        assert status_of(board.raw(twice)[0]) == 400


def malformed():
    with Board() as board:
        host = f"Host: 127.0.0.1:{board.port}\r\n".encode()
        post = b"POST /api/pair HTTP/1.1\r\n" + host
        cases = {
            "two lengths": post + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
            "two other lengths": post + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            "a list of lengths": post + b"Content-Length: 2, 2\r\n\r\n{}",
            "length and chunks": post + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "chunks": post + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "a negative length": post + b"Content-Length: -1\r\n\r\n",
            "a folded field": b"GET /pair HTTP/1.1\r\n" + host + b"X: a\r\n b\r\n\r\n",
            "bare line feeds": b"GET /pair HTTP/1.1\n" + host.replace(b"\r", b"") + b"\n",
            "one bare line feed": b"GET /pair HTTP/1.1\r\n" + host + b"X: a\n\r\n",
            "a bare return": b"GET /pair HTTP/1.1\r\n" + host + b"X: a\rY: b\r\n\r\n",
            "a NUL": b"GET /pair HTTP/1.1\r\n" + host + b"X: a\0b\r\n\r\n",
            "a space before the colon": b"GET /pair HTTP/1.1\r\n" + host + b"X : a\r\n\r\n",
            "a whole address": b"GET http://evil.test/ HTTP/1.1\r\n" + host + b"\r\n",
            "another version": b"GET /pair HTTP/3.0\r\n" + host + b"\r\n",
            "no request": b"\x16\x03\x01\x00\x01",
        }
        for name, data in cases.items():
            answer, end = board.raw(data + (b"\r\n\r\n" if name == "no request" else b""), seconds=4)
            assert status_of(answer) == 400, (name, answer[:80], end)
            assert end == "closed", (name, end)
            assert answer.count(b"HTTP/1.1 ") == 1, name


def heads():
    """Whoever asks for the head alone gets no body, which would be taken for the next answer."""
    with Board() as board:
        board.pair()
        fields = f"Host: 127.0.0.1:{board.port}\r\nCookie: {board.cookie}\r\n"
        for path, status in [("/kitchen", 200), ("/api/status", 200), ("/api/events", 200), ("/nowhere", 404), ("/api/plans/9", 404)]:
            answer, _ = board.raw(f"HEAD {path} HTTP/1.1\r\n{fields}\r\nGET /favicon.ico HTTP/1.1\r\n{fields}Connection: close\r\n\r\n".encode())
            first, second = answer.split(b"\r\n\r\n", 1)
            assert status_of(first) == status and status_of(second) == 200, (path, answer[:900])


def sizes():
    with Board() as board:
        assert status_of(board.raw(b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n")[0]) == 413
        assert status_of(board.raw(head(board, "X: " + "a" * 17000))[0]) == 413
        assert status_of(board.raw(head(board, *[f"X{n}: a" for n in range(70)]))[0]) == 413
        assert status_of(board.raw(head(board, *[f"X{n}: a" for n in range(60)], "Connection: close"))[0]) == 200
        board.pair()
        assert board.request("POST", "/api/dishes", "a" * 66_000)[0] == 413
        assert board.request("POST", "/api/import", "a" * 1_100_000)[0] == 413
        assert board.request("POST", "/api/import", {"text": "x" * 70_000})[0] != 413
        # A body that nobody reads ends the connection, and is never the next request.
        inner = head(board).decode()
        post = (
            f"POST /api/cook HTTP/1.1\r\nHost: evil.test\r\nContent-Length: {len(inner) + 10}\r\n\r\n{inner}"
        ).encode()
        answer, end = board.raw(post, seconds=4)
        assert status_of(answer) == 421 and answer.count(b"HTTP/1.1 ") == 1 and end == "closed", answer


def pairing():
    with Board() as board:
        secret = board.secret()
        board.pair()
        status, _, text = board.request("POST", "/api/pair", {"secret": secret}, cookie=False)
        assert status == 403, text
        time.sleep(1.1)
        right = board.pin()
        wrong = str((int(right) + 1) % 1_000_000).zfill(6)
        for _ in range(5):
            time.sleep(0.4)
            assert board.request("POST", "/api/pair", {"pin": wrong}, cookie=False)[0] == 403
        time.sleep(1.1)
        assert board.request("POST", "/api/pair", {"pin": right}, cookie=False)[0] == 403


def strangers():
    with Board() as board:
        for path in ["/api/status", "/api/dishes", "/api/events", "/api/history/1"]:
            assert board.request("GET", path)[0] == 403, path
        for path in ["/", "/kitchen", "/dishes", "/nowhere"]:
            status, fields, _ = board.request("GET", path)
            assert status == 303 and fields["location"] == "/pair", path
        assert board.request("POST", "/api/cook", {"name": "lunch"})[0] == 403
        board.cookie = f"souschef-{board.port}=" + "0" * 64
        assert board.request("GET", "/api/status")[0] == 403


def origins():
    with Board() as board:
        board.pair()
        board.furnish()
        body = {"name": "Soup", "waiting": "5m"}
        for origin in [None, "null", "http://evil.test", f"http://127.0.0.1:{board.port + 1}",
                       f"http://127.0.0.1:{board.port}.evil.test", f"https://127.0.0.1:{board.port}",
                       f"http://localhost:{board.port}", "http://127.0.0.1"]:
            assert board.request("POST", "/api/dishes", body, {"Origin": origin})[0] == 403, origin
        for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None,
                     "text/plain; application/json", "application/jsonx"]:
            assert board.request("POST", "/api/dishes", body, {"Content-Type": kind})[0] == 400, kind
        assert board.request("GET", "/api/events", headers={"Origin": "http://evil.test"})[0] == 403
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        assert board.request("POST", "/dishes", "name=Soup&steps=boil+5m", form)[0] == 403
        assert board.request("DELETE", "/api/dishes/Pasta")[0] == 404
        names = [dish["name"] for dish in board.get("/api/dishes")[1]]
        assert "Soup" not in names
        fields = board.request("GET", "/kitchen", headers={"Origin": board.origin})[1]
        assert not [name for name in fields if name.startswith("access-control")]


def fields():
    with Board() as board:
        board.pair()
        board.furnish()
        for path in ["/", "/kitchen", "/dishes", "/pair", "/nowhere", "/api/status", "/api/nowhere"]:
            _, found, _ = board.request("GET", path)
            assert found["content-security-policy"].startswith("default-src 'none'"), path
            assert found["x-content-type-options"] == "nosniff"
            assert found["referrer-policy"] == "no-referrer"
            assert found["cache-control"] == "no-store"
        for path in ["/dishes", "/?name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
                     "/dishes/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "/kitchen"]:
            status, _, text = board.request("GET", path)
            assert status == 200, (path, text)
            assert "<img src=x" not in text and text.count("</script>") <= 1, path
        for path in ["/assets/../x", "/assets/%2e%2e/board.css", "/assets/x/board.css"]:
            assert board.request("GET", path)[0] == 404, path


def once():
    with Board() as board:
        board.pair()
        board.furnish()
        first = board.post("/api/cook", {"name": "lunch", "speed": 1.5, "id": "cook-1"})
        assert first[0] == 200, first
        assert board.post("/api/cook", {"name": "lunch", "speed": 1.5, "id": "cook-1"}) == first
        assert len(board.get("/api/history")[1]) == 1
        for _ in range(3):
            assert board.post("/api/run/note", {"text": "salty", "id": "note-1"})[0] == 200
        for _ in range(12):
            board.request("GET", "/api/status")
        assert board.post("/api/run/nothing", {})[0] == 404
        assert board.post("/api/run/extend", {"step": "Soup"})[0] in (400, 404)
        assert board.post("/api/run/abort", {})[0] == 400
        time.sleep(1.1)
        answers = [board.post("/api/run/note", {"text": str(n)})[0] for n in range(14)]
        assert 429 in answers and 200 in answers, answers
        time.sleep(1.1)
        assert board.post("/api/run/abort", {"sure": True})[0] == 200


def devices():
    with Board() as board:
        board.pair(viewOnly=True)
        assert board.request("GET", "/api/status")[0] == 200
        assert board.request("POST", "/api/undo", {})[0] == 403
        connection = socket.create_connection(("127.0.0.1", board.port))
        connection.sendall(
            f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\nCookie: {board.cookie}\r\n\r\n".encode())
        time.sleep(0.3)
        with sqlite3.connect(board.database) as database:
            assert [len(row[0]) for row in database.execute("SELECT token_hash FROM board_device")] == [64]
            token = board.cookie.split("=")[1]
            assert token not in str(database.execute("SELECT * FROM board_device").fetchall())
            database.execute("DELETE FROM board_device")
        connection.settimeout(4)
        text = b""
        while b"event: forgotten" not in text:
            part = connection.recv(65536)
            assert part, text
            text += part
        assert board.request("GET", "/api/status")[0] == 403


def databases():
    """What a page says where the database is damaged, newer or locked."""
    with Board() as board:
        board.pair()
        board.furnish()
        with sqlite3.connect(board.database, isolation_level=None) as database:
            database.execute("BEGIN IMMEDIATE")
            status, said = board.post("/api/dishes", {"name": "Soup", "waiting": "5m"})
            assert status == 503 and said["error"]["kind"] == "busy", (status, said)
            assert board.request("GET", "/dishes")[0] == 200
            database.execute("ROLLBACK")
        assert board.post("/api/dishes", {"name": "Soup", "waiting": "5m"})[0] == 200
        assert board.post("/api/dishes", {"name": "Soup", "waiting": "5m"})[0] == 409
        status, said = board.get("/api/dishes/Pasat")
        assert status == 404 and "Pasta" in said["error"]["hints"][0], said
        assert board.get("/api/history/99")[0] == 404
        assert board.post("/api/run/done", {})[0] == 409
        status, said = board.post("/api/dishes", {"name": "x" * 101, "waiting": "5m"})
        assert status == 400, said
        status, said = board.get("/api/plan?name=lunch&serveAt=nonsense")
        assert status == 400, said
        with sqlite3.connect(board.database) as database:
            database.execute("PRAGMA user_version = 99")
        board.stop()
        board.start()
        for path in ["/", "/kitchen", "/dishes"]:
            status, _, text = board.request("GET", path)
            assert status == 503 and "<h1>" in text, (path, status)
    with Board() as board:
        board.pair()
        board.stop()
        with open(board.database, "r+b") as file:
            file.write(b"\xff" * 8192)
        board.start()
        status, _, text = board.request("GET", "/api/status")
        assert status == 503 and '"message"' in text, text


def removed():
    """The database is taken away under a run: said, nobody is a stranger for it, and put back all goes on."""
    with Board() as board:
        board.pair()
        board.furnish()
        assert board.post("/api/cook", {"name": "lunch"})[0] == 200
        time.sleep(0.5)
        names = [name for name in os.listdir(board.folder.name) if name in ("kitchen.db", "kitchen.db-wal", "kitchen.db-shm")]
        with tempfile.TemporaryDirectory(dir=os.path.dirname(board.folder.name)) as elsewhere:
            for name in names:
                os.rename(f"{board.folder.name}/{name}", f"{elsewhere}/{name}")
            time.sleep(1.5)
            for path in ["/kitchen", "/api/status", "/pair"]:
                status, _, text = board.request("GET", path)
                assert status == 503 and "removed" in text, (path, status, text)
            status, said = board.post("/api/pair", {"secret": board.secret()})
            assert status == 503 and "removed" in said["error"]["message"], said
            assert not os.path.exists(board.database)
            for name in names:
                os.rename(f"{elsewhere}/{name}", f"{board.folder.name}/{name}")
        assert board.request("GET", "/kitchen")[0] == 200


def slow():
    with Board() as board:
        began = time.monotonic()
        drips = [(1, b"X: a\r\n")] * 14
        _, end = board.raw(head(board)[:-2], seconds=20, chunks=drips)
        assert 8 < time.monotonic() - began < 13, time.monotonic() - began
        began = time.monotonic()
        start = (f"POST /api/pair HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\nOrigin: {board.origin}\r\n"
                 "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n").encode()
        board.raw(start, seconds=30, chunks=[(1, b"a")] * 24)
        assert 18 < time.monotonic() - began < 24, time.monotonic() - began
        began = time.monotonic()
        board.raw(b"", seconds=40)
        assert 28 < time.monotonic() - began < 33, time.monotonic() - began


def crowds():
    with Board(limit=64) as board:
        board.pair()
        idle = []
        for number in range(500):
            try:
                connection = socket.socket()
                connection.bind((f"127.0.{number % 200 + 1}.1", 0))
                connection.settimeout(2)
                connection.connect(("127.0.0.1", board.port))
                idle.append(connection)
            except OSError:
                pass
        time.sleep(1)
        assert board.process.poll() is None
        for connection in idle:
            connection.close()
        time.sleep(0.5)
        assert board.request("GET", "/kitchen")[0] == 200
    with Board() as board:
        board.pair()
        own = [socket.create_connection(("127.0.0.1", board.port)) for _ in range(20)]
        time.sleep(0.3)
        turned = 0
        for connection in own:
            connection.settimeout(0.2)
            try:
                turned += connection.recv(100).startswith(b"HTTP/1.1 503")
            except OSError:
                pass
        assert turned == 4, turned
        for connection in own:
            connection.close()


def stop():
    with Board() as board:
        board.pair()
        board.furnish()
        streams = []
        for _ in range(8):
            connection = socket.create_connection(("127.0.0.1", board.port))
            connection.sendall(
                f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\nCookie: {board.cookie}\r\n\r\n".encode())
            streams.append(connection)
        time.sleep(0.5)
        assert board.request("GET", "/api/events", timeout=3)[0] == 503
        assert board.post("/api/cook", {"name": "lunch"})[0] == 200
        took = board.stop()
        assert took < 2, took
        for connection in streams:
            connection.settimeout(1)
            text = b""
            while part := connection.recv(65536):
                text += part
            assert b"event: bye" in text
        board.start()
        time.sleep(0.5)
        status, document = board.get("/api/status")
        assert document["status"] == "running", document
        assert len(board.get("/api/history")[1]) == 1


ALL = [hosts, malformed, heads, sizes, pairing, strangers, origins, fields, once, devices, databases, removed, stop, crowds, slow]


def main(names, looks=ALL):
    failed = 0
    for attack in looks:
        if names and attack.__name__ not in names:
            continue
        try:
            attack()
            print(f"ok      {attack.__name__}", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED  {attack.__name__}", flush=True)
            traceback.print_exc()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
