#!/usr/bin/env python3
"""Measures the board on a release build: sizes, first paint, latency, idle cost, lateness.

    Tests/BoardTests/measure.py [NAME…]

`latency` and `paint` need Playwright and chromium; without them they are left out.
"""

import datetime
import http.client
import json
import os
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import threading
import time

from board import PROGRAM, ROOT, Board

COMMAND = os.environ.get("SOUSCHEF_PROGRAM", str(ROOT / ".build/release/souschef"))


def seconds_of_cpu(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def size_of(pid):
    memory = next(line for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))
    return int(memory.split()[1]), len(os.listdir(f"/proc/{pid}/fd"))


class Screen:
    """A stream of events on its own address; notes when each snapshot came."""

    def __init__(self, board, number):
        self.heard = []
        self.socket = socket.socket()
        self.socket.bind((f"127.0.1.{number // 6 + 1}", 0))
        self.socket.connect(("127.0.0.1", board.port))
        self.socket.sendall((f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\n"
                             f"Cookie: {board.cookie}\r\n\r\n").encode())
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        text = b""
        try:
            while part := self.socket.recv(1 << 20):
                now = time.monotonic()
                text += part
                while b"\n\n" in text:
                    event, text = text.split(b"\n\n", 1)
                    for line in event.split(b"\n"):
                        if line.startswith(b"data: "):
                            self.heard.append((now, time.time(), json.loads(line[6:])))
        except OSError:
            pass

    def close(self):
        self.socket.close()


def sizes():
    with Board() as board:
        board.pair()
        board.furnish()
        board.post("/api/cook", {"name": "lunch"})
        _, _, page = board.request("GET", "/kitchen")
        names = sorted(set(part.split('"')[0] for part in page.split('"/assets/')[1:]))
        build = names[0].split("/")[0]
        total = len(page)
        for name in names + [f"{build}/{more}.js" for more in ("clock", "screen", "sound", "stream", "shared")]:
            if name.split("/")[1] in ("icon.svg",):
                continue
            status, _, text = board.request("GET", "/assets/" + name)
            assert status == 200, name
            total += len(text.encode())
        print(f"        page, style and scripts: {total / 1000:.1f} KB, of it the page {len(page) / 1000:.1f} KB")
        assert total < 60_000
        times = []
        for _ in range(30):
            began = time.monotonic()
            board.request("GET", "/kitchen")
            times.append((time.monotonic() - began) * 1000)
        print(f"        /kitchen is answered in {statistics.median(times):.1f} ms (worst {max(times):.1f})")


def starting():
    """From the start of the program to its first answer, on no database and on a used one."""
    with Board() as board:
        board.pair()
        board.furnish()
        for number in range(30):
            assert board.post("/api/cook", {"name": "lunch", "simulate": True})[0] == 200
            time.sleep(0.11)
        used = board.database
        for what, database in [("no database", None), ("a used database", used)]:
            times = []
            for number in range(15):
                board.stop() if board.process.poll() is None else None
                board.database = database or f"{board.folder.name}/none-{number}/kitchen.db"
                began = time.monotonic()
                board.process = subprocess.Popen([PROGRAM, "--db", board.database, "--port", str(board.port)],
                                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                while True:
                    try:
                        if board.request("GET", "/pair", cookie=False)[0] == 200:
                            break
                    except OSError:
                        assert time.monotonic() - began < 5
                        time.sleep(0.001)
                times.append((time.monotonic() - began) * 1000)
            print(f"        on {what} the first answer comes {statistics.median(times):.0f} ms after the start (worst {max(times):.0f})")


def idle():
    with Board() as board:
        board.pair()
        board.furnish()
        screens = [Screen(board, number) for number in range(20)]
        time.sleep(2)
        for what in ["nothing cooks", "a run waits"]:
            if what == "a run waits":
                board.post("/api/cook", {"name": "Pasta", "auto": True})
                time.sleep(2)
            began, before = time.monotonic(), seconds_of_cpu(board.process.pid)
            time.sleep(20)
            cost = (seconds_of_cpu(board.process.pid) - before) / (time.monotonic() - began) * 100
            print(f"        20 screens, {what}: {cost:.2f} % of a core")
            assert cost < 2, cost
        for screen in screens:
            screen.close()


def punctual():
    """How late steps start and are heard of with 20 screens open: against the instants that were planned."""
    steps = "\n".join(f"  - {{name: Timer {n}, waiting: {2 + n}s}}" for n in range(20))
    with Board() as board:
        board.pair()
        board.post("/api/import", {"text": "dishes:\n" + steps})
        screens = [Screen(board, number) for number in range(20)]
        time.sleep(1)
        began = time.monotonic()
        names = [f"Timer {n}" for n in range(20)]
        assert board.post("/api/cook", {"names": names, "auto": True})[0] == 200
        while board.get("/api/status")[1]["status"] is not None and time.monotonic() - began < 90:
            time.sleep(0.5)
        with sqlite3.connect(board.database) as database:
            rows = database.execute("SELECT at, dish_position, step_position FROM run_event WHERE kind = 'step.started'").fetchall()
        late = []
        for at, dish, step in rows:
            instant = datetime.datetime.fromisoformat(at.replace("Z", "+00:00")).timestamp()
            for screen in screens:
                seen = [wall for _, wall, event in screen.heard
                        if event.get("view") and any(e["key"] == f"step:{dish}:{step}" for e in event["view"]["waiting"])]
                if seen:
                    late.append((seen[0] - instant) * 1000)
        late.sort()
        print(f"        {len(late)} starts seen on 20 screens: median {statistics.median(late):.0f} ms after their instant, "
              f"99 of 100 within {late[len(late) * 99 // 100]:.0f} ms, most {late[-1]:.0f} ms")
        for screen in screens:
            screen.close()


def verbs():
    """From pressing on one screen to the other screens' streams and to a terminal's view."""
    with Board() as board:
        board.pair()
        board.furnish()
        screens = [Screen(board, number) for number in range(20)]
        assert board.post("/api/cook", {"name": "lunch"})[0] == 200
        time.sleep(1)
        connection = http.client.HTTPConnection("127.0.0.1", board.port)
        times = []
        for number in range(60):
            wanted = "paused" if number % 2 == 0 else "running"
            began = time.monotonic()
            connection.request(
                "POST", "/api/run/" + ("pause" if wanted == "paused" else "resume"), "{}",
                {"Origin": board.origin, "Content-Type": "application/json", "Cookie": board.cookie})
            assert connection.getresponse().read() is not None
            while not all(any(t > began and d.get("status") == wanted for t, _, d in screen.heard[-4:]) for screen in screens):
                assert time.monotonic() - began < 3, wanted
                time.sleep(0.002)
            last = max(next(t for t, _, d in screen.heard[-4:] if t > began and d.get("status") == wanted) for screen in screens)
            times.append((last - began) * 1000)
            time.sleep(0.12)
        times.sort()
        print(f"        60 verbs, the slowest of 20 streams: median {times[30]:.0f} ms, most {times[-1]:.0f} ms")
        assert times[30] < 200 and times[-1] < 500, times[-5:]


def paint():
    found = browser()
    if not found:
        return
    with found as playwright, Board() as board:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        board.pair()
        board.furnish()
        board.post("/api/cook", {"name": "lunch"})
        page = chromium.new_page()
        page.goto(f"{board.origin}/pair#{board.secret()}")
        page.wait_for_url(f"{board.origin}/")
        times = []
        for _ in range(11):
            page.goto(board.origin + "/kitchen")
            page.wait_for_timeout(400)
            times.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        times.sort()
        print(f"        first paint of /kitchen: median {times[5]:.0f} ms, most {times[-1]:.0f} ms")
        assert times[5] < 100, times
        chromium.close()


def latency():
    """A verb on one browser, seen in another browser and in a terminal's view, 60 times."""
    found = browser()
    if not found:
        return
    import pty
    with found as playwright, Board() as board:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        board.pair()
        board.furnish()
        pages = []
        for _ in range(2):
            page = chromium.new_context().new_page()
            end = time.monotonic() + 5
            while board.secret() is None and time.monotonic() < end:
                time.sleep(0.05)
            page.goto(f"{board.origin}/pair#{board.secret()}")
            page.wait_for_url(f"{board.origin}/")
            time.sleep(0.6)
            pages.append(page)
        board.post("/api/cook", {"name": "lunch"})
        for page in pages:
            page.goto(board.origin + "/kitchen")
            page.wait_for_selector("#now li")
        # The terminal's view, and when each word appears in it.
        master, slave = pty.openpty()
        view = subprocess.Popen([COMMAND, "--db", board.database, "run", "status", "--watch"], stdin=slave,
                                stdout=slave, stderr=slave, env={**os.environ, "TERM": "xterm", "COLUMNS": "80"})
        os.close(slave)
        seen = []
        def read():
            while True:
                try:
                    part = os.read(master, 65536)
                except OSError:
                    return
                if not part:
                    return
                seen.append((time.time() * 1000, part.decode(errors="replace")))
        threading.Thread(target=read, daemon=True).start()
        pages[1].evaluate("""() => { window.seen = [];
          new MutationObserver(() => seen.push([Date.now(), document.getElementById('pause-form').hidden]))
            .observe(document.getElementById('pause-form'), {attributes: true}); }""")
        browsers, terminals = [], []
        for number in range(60):
            pages[0].wait_for_timeout(650)
            name = "Pause" if number % 2 == 0 else "Resume"
            mark = len(seen)
            began = pages[0].evaluate("""name => { const button = [...document.querySelectorAll('button')]
              .find(one => one.textContent === name); const now = Date.now(); button.click(); return now; }""", name)
            pages[1].wait_for_function("hidden => document.getElementById('pause-form').hidden === hidden", arg=name == "Pause")
            browsers.append(pages[1].evaluate("seen.at(-1)[0]") - began)
            end = time.monotonic() + 2
            while len(seen) == mark and time.monotonic() < end:
                time.sleep(0.005)
            if len(seen) > mark:
                terminals.append(seen[mark][0] - began)
        view.terminate()
        for what, times in [("another browser", browsers), ("a terminal's view", terminals)]:
            times.sort()
            print(f"        {len(times)} verbs seen in {what}: median {times[len(times) // 2]:.0f} ms, most {times[-1]:.0f} ms")
        chromium.close()


def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("        left out: Playwright is not installed")
        return None
    if not shutil.which("chromium"):
        print("        left out: chromium is not installed")
        return None
    return sync_playwright()


ALL = [sizes, starting, verbs, idle, punctual, paint, latency]


def main(arguments):
    for measure in ALL:
        if arguments and measure.__name__ not in arguments:
            continue
        print(measure.__name__, flush=True)
        measure()


if __name__ == "__main__":
    main(sys.argv[1:])
