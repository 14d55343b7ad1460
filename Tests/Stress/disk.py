"""Disks that are full, and locks that are held, at any moment. Full disks need root: each is a tmpfs."""

import os
import sqlite3
import subprocess
import time

from kitchen import EGG, Fault, Kitchen, events, missing, stored_events

PAGE = 4096


class SmallDisk:
    """A file system of a few megabytes that can be filled to the last pages."""

    def __init__(self, folder, megabytes=4):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)

    def fill(self, pages):
        """Leaves so many pages."""
        free = os.statvfs(self.folder)
        with open(os.path.join(self.folder, "fill"), "wb") as file:
            file.write(b"\0" * max(0, (free.f_bavail - pages) * free.f_bsize))

    def free(self):
        try:
            os.remove(os.path.join(self.folder, "fill"))
        except FileNotFoundError:
            pass

    def unmount(self):
        subprocess.run(["umount", self.folder], check=True)


def commands(kitchen):
    return [
        ["dish", "add", "Toast", "--waiting", "2m"], ["dish", "edit", "Egg", "--tag", "new"],
        ["dish", "rename", "Egg", "Eggs"], ["dish", "remove", "Tea"], ["meal", "add", "m", "Egg"],
        ["kitchen", "set", "--cooks", "3"], ["undo"], ["import", kitchen.path("more.yaml")],
        ["history", "import", kitchen.path("history.jsonl")], ["plan", "Egg", "--save"],
        ["cook", "Egg", "--simulate"], ["cook", "Egg", "--speed", "1000", "--json"],
        ["history", "rate", "1", "5"], ["history", "note", "1", "salt"], ["learn", "--apply"],
        ["db", "backup", os.path.join(kitchen.folder, "disk", "copy.db")],
        ["db", "restore", kitchen.path("good.db")],
    ]


def run_full(program, most_pages, step):
    """Every writing command with ever more room left, until it succeeds."""
    kitchen = Kitchen(program)
    disk = SmallDisk(kitchen.path("disk"))
    checked = 0
    try:
        kitchen.write("egg.yaml", EGG)
        kitchen.write("more.yaml", "dishes:\n" + "".join(
            f"  - {{name: More {number}, waiting: 5m}}\n" for number in range(60)))
        kitchen.expect("import", "egg.yaml")
        for _ in range(5):
            kitchen.expect("cook", "Egg", "--simulate")
        kitchen.expect("dish", "add", "Tea", "--waiting", "4m")
        kitchen.write("history.jsonl", kitchen.expect("history", "export"))
        kitchen.expect("db", "backup", "good.db")
        kitchen.database = os.path.join(kitchen.folder, "disk", "kitchen.db")
        kitchen.environment["SOUSCHEF_DB"] = kitchen.database
        for words in commands(kitchen):
            for pages in range(0, most_pages, step):
                for name in os.listdir(os.path.dirname(kitchen.database)):
                    os.remove(os.path.join(os.path.dirname(kitchen.database), name))
                subprocess.run(["cp", kitchen.path("good.db"), kitchen.database], check=True)
                kitchen.expect("dish", "list")
                before = kitchen.export()
                disk.fill(pages)
                code, output, errors = kitchen.run(*words)
                look = kitchen.run("dish", "list")
                disk.free()
                checked += 1
                where = f"{' '.join(words)} with {pages} pages left"
                if code not in (0, 73, 74) or look[0] not in (0, 74):
                    raise Fault(f"{where}: exit {code}, then {look[0]}: {errors}{look[2]}")
                if "disk I/O error" in errors + look[2]:
                    raise Fault(f"{where}: {errors}{look[2]}")
                if code and "cook" not in words and kitchen.export() != before:
                    raise Fault(f"{where}: exit {code}, and something has changed")
                if "--json" in words:
                    runs = kitchen.query("SELECT max(id) AS id FROM run")[0]["id"]
                    lost = missing(events(output), stored_events(kitchen, runs))
                    if lost:
                        raise Fault(f"{where}: lost {lost}")
                kitchen.check()
                if code == 0 and pages >= 8:
                    break
    finally:
        disk.unmount()
        kitchen.remove()
    run_full_live(program)
    return f"{checked} commands on full disks, and a cook"


def run_full_live(program):
    """A live cook whose disk is full for a while: every timer on time, nothing lost."""
    kitchen = Kitchen(program)
    disk = SmallDisk(kitchen.path("disk"), megabytes=2)
    try:
        kitchen.database = os.path.join(kitchen.folder, "disk", "kitchen.db")
        kitchen.environment["SOUSCHEF_DB"] = kitchen.database
        kitchen.write("egg.yaml", EGG)
        kitchen.expect("import", kitchen.path("egg.yaml"))
        cook = kitchen.start("cook", "Egg", "--json")
        said = [cook.stdout.readline(), cook.stdout.readline()]
        began = time.monotonic()
        disk.fill(0)
        while "run.finished" not in said[-1]:
            said.append(cook.stdout.readline())
            passed = time.monotonic() - began
            if passed - events(said[-1])[0][1] > 2:
                raise Fault(f"late by {passed - events(said[-1])[0][1]:.1f} s: {said[-1]}")
        disk.free()
        errors = cook.communicate(timeout=60)[1]
        if cook.returncode or "not stored yet" not in errors or "stored again" not in errors:
            raise Fault(f"exit {cook.returncode}: {errors}")
        lost = missing(events("".join(said)), stored_events(kitchen, 1))
        if lost:
            raise Fault(f"lost {lost}")
        kitchen.check()
    finally:
        disk.unmount()
        kitchen.remove()


def run_lock(program, seconds):
    """A live cook under another program's write lock: every timer on time, nothing lost."""
    kitchen = Kitchen(program)
    count = seconds // 5 + 2
    steps = ", ".join(f"{{id: s{number}, waiting: 5s}}" for number in range(count))
    kitchen.write("long.yaml", f"dishes:\n  - {{name: Long, steps: [{steps}]}}\n")
    kitchen.expect("import", "long.yaml")
    cook = kitchen.start("cook", "Long", "--json")
    first = cook.stdout.readline()
    began = time.monotonic()
    other = sqlite3.connect(kitchen.database, isolation_level=None)
    time.sleep(1)
    other.execute("BEGIN IMMEDIATE")
    released = False
    said, worst = [first], 0.0
    for line in cook.stdout:
        passed = time.monotonic() - began
        if not released and passed > seconds + 1:
            other.execute("ROLLBACK")
            released = True
        said.append(line)
        if line.startswith('{"event"'):
            for _, elapsed, _ in events(line):
                worst = max(worst, passed - elapsed)
    errors = cook.stderr.read()
    if cook.wait() != 0:
        raise Fault(f"the cook ended with {cook.returncode}: {errors}")
    if worst > 2:
        raise Fault(f"a timer rang {worst:.1f} s late")
    lost = missing(events("".join(said)), stored_events(kitchen, 1))
    if lost or "not stored yet" not in errors or "stored again" not in errors:
        raise Fault(f"lost {lost}; said {errors}")
    kitchen.check()
    kitchen.remove()
    return f"a write lock of {seconds} s: {len(said) - 1} events, the latest {worst:.1f} s late"
