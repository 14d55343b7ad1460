#!/usr/bin/env python3
"""Leaves the board alone with a kitchen for a long while: a live run at real speed, many screens that
watch it, verbs from pages and from a terminal by turns. Memory, descriptors and CPU are written down,
how long each verb takes to be seen on every screen, and whether anything was lost.

    Tests/BoardTests/soak.py [--minutes 45] [--screens 20] [--every 4]
    scripts/stress board --minutes 45
"""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from board import Board
from measure import COMMAND, Screen, seconds_of_cpu, size_of

PAGES = ["/kitchen", "/", "/?name=lunch", "/dishes", "/week", "/shop", "/history", "/history/steps", "/api/status", "/nowhere"]


def roast(minutes):
    """A meal that lasts longer than the soak, with steps enough for verbs to be about."""
    return f"""dishes:
  - {{name: Roast, steps: [{{id: rub, title: Rub the roast, blocking: 1m}}, {{id: roast, title: Roast, waiting: {minutes + 20}m}}]}}
  - {{name: Gratin, steps: [{{id: slice, title: Slice, blocking: 4m}}, {{id: bake, title: Bake, waiting: {minutes + 10}m}}]}}
"""


class Kitchen:
    def __init__(self, board, screens):
        self.board = board
        self.screens = screens
        self.token = None
        self.said = []

    def by_page(self, verb, **values):
        """As a live page does it."""
        status, said = self.board.post(f"/api/run/{verb}", values)
        assert status == 200, (verb, said)

    def by_form(self, verb, **values):
        """As a page without scripts does it."""
        if self.token is None:
            _, _, page = self.board.request("GET", "/kitchen")
            self.token = page.split('name="form" value="')[1].split('"')[0]
        body = urllib.parse.urlencode({"form": self.token, **values})
        status, _, page = self.board.request(
            "POST", f"/kitchen/{verb}", body, {"Content-Type": "application/x-www-form-urlencoded"})
        assert status == 303, (verb, status, page[-400:])

    def by_terminal(self, *words):
        done = subprocess.run([COMMAND, "run", *words, "--db", self.board.database], capture_output=True, text=True)
        assert done.returncode == 0, (words, done.stdout, done.stderr)

    def begin(self):
        """What is to be done at first is done, until the roast is in the oven; gives how often."""
        for number in range(12):
            view = self.board.get("/api/status")[1]["view"]
            if view["waiting"]:
                return number
            self.by_page("done")
            time.sleep(0.3)
        raise AssertionError(view)

    def waits(self):
        return self.board.get("/api/status")[1]["view"]["waiting"]

    def verbs(self):
        """The verbs in turn, each with what a snapshot shows once it has been done; None where it shows nothing."""
        number = 0
        ways = [lambda verb, **values: self.by_page(verb, **values),
                lambda verb, **values: self.by_terminal(verb, *values.values()),
                lambda verb, **values: self.by_form(verb, **values)]
        step = "Roast/roast"
        while True:
            number += 1
            way, other = ways[number % 3], ways[(number + 1) % 3]
            yield "note", lambda: way("note", text=f"note {number}"), None
            yield "pause", lambda: way("pause"), lambda d: d["status"] == "paused"
            yield "resume", lambda: other("resume"), lambda d: d["status"] == "running"
            for verb, chosen in [("extend", way), ("shorten", other)]:
                before = self.waits()
                length = {"by": "1m"} if chosen is not ways[2] else {"minutes": "1"}
                yield verb, lambda: chosen(verb, step=step, **length), lambda d: d["view"]["waiting"] != before


def seen(screens, mark, shows, began):
    """When the last screen showed it, in milliseconds; None where one has not within three seconds."""
    last = 0
    for number, screen in enumerate(screens):
        while True:
            found = [at for at, _, data in screen.heard[mark[number]:] if data.get("view") and shows(data)]
            if found:
                last = max(last, found[0] - began)
                break
            if time.monotonic() - began > 3:
                return None
            time.sleep(0.002)
    return last * 1000


def quantile(numbers, share):
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * share))]


def run(minutes=45, count=20, every=4.0):
    with Board() as board:
        board.pair()
        board.furnish()
        assert board.post("/api/import", {"text": roast(minutes)})[0] == 200
        screens = [Screen(board, number) for number in range(count)]
        status, said = board.post("/api/cook", {"names": ["Roast", "Gratin"]})
        assert status == 200, said
        run_id = said["runId"]
        time.sleep(1)
        kitchen = Kitchen(board, screens)
        begun = kitchen.begin()
        first, samples, delays, answers, missed = None, [], [], [], 0
        done = dict.fromkeys(["note", "pause", "resume", "extend", "shorten"], 0)
        span = min(60, minutes * 10)
        ends, next_sample = time.monotonic() + minutes * 60, time.monotonic() + span
        cpu = seconds_of_cpu(board.process.pid)
        for name, act, shows in kitchen.verbs():
            if time.monotonic() > ends and done["note"] == done["shorten"]:
                break
            mark = [len(screen.heard) for screen in screens]
            began = time.monotonic()
            act()
            answers.append((time.monotonic() - began) * 1000)
            done[name] += 1
            delay = seen(screens, mark, shows, began) if shows else None
            if shows and delay is None:
                missed += 1
                print(f"        {name} was not seen on every screen", flush=True)
            elif shows:
                delays.append(delay)
            if time.monotonic() > next_sample:
                next_sample += span
                # Somebody looks around, and a screen comes and goes.
                for page in PAGES:
                    assert board.request("GET", page)[0] in (200, 404, 503), page
                Screen(board, count + 1).close()
                memory, files = size_of(board.process.pid)
                now = seconds_of_cpu(board.process.pid)
                samples.append((memory, files, (now - cpu) / span * 100))
                cpu = now
                first = first or (memory, files)
                print(f"        {len(samples) * span / 60:.1f} min: {memory / 1000:.1f} MB, {files} descriptors, CPU {samples[-1][2]:.2f} %, "
                      f"seen after {statistics.median(delays):.0f} ms (median), {max(delays):.0f} ms (most)", flush=True)
            time.sleep(max(0, every - (time.monotonic() - began)))
        beats = [max((b - a for a, b in zip(times, times[1:])), default=0)
                 for times in ([at for at, _, _ in screen.heard] for screen in screens)]
        with sqlite3.connect(board.database) as database:
            stored = dict(database.execute("SELECT kind, count(*) FROM run_event WHERE run_id = ? GROUP BY kind", (run_id,)))
        newest = {json.dumps([data["view"] for _, _, data in screen.heard if data.get("view")][-1]) for screen in screens}
        print(f"        {sum(done.values())} verbs: seen on {count} screens after {statistics.median(delays):.0f} ms (median), "
              f"{quantile(delays, 0.99):.0f} ms (99 of 100), {max(delays):.0f} ms (most)")
        print(f"        answered after {statistics.median(answers):.0f} ms (median); the longest silence of a screen was {max(beats):.1f} s")
        print(f"        memory {first[0] / 1000:.1f} to {samples[-1][0] / 1000:.1f} MB, descriptors {first[1]} to {samples[-1][1]}, "
              f"CPU with a verb every {every:g} s {statistics.median(s[2] for s in samples):.2f} % of a core")
        assert missed == 0, missed
        wanted = {"run.noted": done["note"], "run.paused": done["pause"], "run.resumed": done["resume"],
                  "cook.said": begun + sum(done.values()) - done["note"]}
        for kind, number in wanted.items():
            assert stored.get(kind) == number, (kind, number, stored)
        assert len(newest) == 1, newest
        assert max(beats) < 12, beats
        assert statistics.median(delays) < 200, delays
        assert samples[-1][1] <= first[1] + 2 and samples[-1][0] < first[0] * 1.25, (first, samples[-1])
        return f"{sum(done.values())} verbs in {minutes} minutes, none lost"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--screens", type=int, default=20)
    parser.add_argument("--every", type=float, default=4)
    options = parser.parse_args()
    print(run(options.minutes, options.screens, options.every))


if __name__ == "__main__":
    main()
