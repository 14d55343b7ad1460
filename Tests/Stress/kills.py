"""Commands that are killed at any moment."""

import os
import random
import re
import shutil
import signal
import time

from kitchen import EGG, Fault, Kitchen, events, missing, stored_events

#: The calls to the system at which the tracer may kill.
CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,link,linkat,openat,fcntl,flock"


def damage(kitchen):
    with open(kitchen.database, "r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\xff" * 4096 * 20)


def prepared(program):
    kitchen = Kitchen(program)
    kitchen.write("egg.yaml", EGG)
    kitchen.write("more.yaml", "dishes:\n" + "".join(
        f"  - {{name: More {number}, waiting: 5m}}\n" for number in range(20)))
    kitchen.expect("import", "egg.yaml")
    for _ in range(3):
        kitchen.expect("cook", "Egg", "--simulate")
    kitchen.expect("dish", "add", "Tea", "--waiting", "4m")
    other = kitchen.path("other.db")
    kitchen.expect("import", "egg.yaml", "--db", other)
    kitchen.expect("cook", "Egg", "--simulate", "--db", other)
    kitchen.write("history.jsonl", kitchen.expect("history", "export", "--db", other))
    kitchen.expect("db", "backup", "good.db")
    return kitchen


def scenarios():
    """What is killed: a name, the words, and whether the database is damaged before."""
    return [
        ("import", ["import", "more.yaml"], False),
        ("history import", ["history", "import", "history.jsonl"], False),
        ("undo", ["undo"], False),
        ("add", ["dish", "add", "Toast", "--waiting", "2m"], False),
        ("learn", ["learn", "--apply"], False),
        ("backup", ["db", "backup", "copy.db"], False),
        ("restore", ["db", "restore", "good.db"], False),
        ("restore over damage", ["db", "restore", "good.db"], True),
        ("cook", ["cook", "Egg", "--speed", "20", "--json"], False),
        ("verb", ["run", "note", "more salt"], False),
        ("resume", ["cook", "--resume", "--json"], False),
    ]


def state(kitchen):
    return kitchen.export(), kitchen.expect("history", "export")


def kill_once(kitchen, words, numbers, calls):
    """Runs a command that is killed; its exit code and output."""
    if shutil.which("strace") and calls:
        before = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={CALLS}", "-e",
                  f"inject={CALLS}:signal=SIGKILL:when={numbers.randint(1, calls)}"]
        return kitchen.run(*words, before=before)
    process = kitchen.start(*words)
    time.sleep(numbers.uniform(0, 0.15))
    process.send_signal(signal.SIGKILL)
    output, errors = process.communicate()
    return process.returncode, output, errors


def count_calls(kitchen, words):
    if not shutil.which("strace"):
        return 0
    kitchen.run(*words, before=["strace", "-f", "-o", kitchen.path("trace"), "-e", f"trace={CALLS}"])
    with open(kitchen.path("trace"), encoding="utf-8", errors="replace") as file:
        return sum(1 for line in file if re.match(r"^\d+ +\w+\(", line))


def round_of(program, scenario, numbers, calls):
    name, words, is_damaged = scenario
    kitchen = prepared(program)
    live = None
    if name == "resume":
        cook = kitchen.start("cook", "Egg", "--speed", "20", "--json")
        time.sleep(numbers.uniform(0.1, 0.3))
        cook.kill()
        cook.communicate()
    if name == "verb":
        live = kitchen.start("cook", "Egg", "--speed", "2", "--json")
        time.sleep(0.3)
    before = state(kitchen) if not live else None
    if is_damaged:
        damage(kitchen)
    code, output, errors = kill_once(kitchen, words, numbers, calls)
    if live:
        announced = live.communicate()[0]
        lost = missing(events(announced), stored_events(kitchen, 4))
        if lost:
            raise Fault(f"{name}: lost {lost}")
    if is_damaged:
        listed = kitchen.run("dish", "list")
        if listed[0] == 0 and "Tea" not in listed[1]:
            raise Fault(f"{name}: an empty kitchen is left")
        kitchen.expect("db", "restore", "good.db")
    kitchen.check()
    if name in ("cook", "resume"):
        runs = kitchen.query("SELECT max(id) AS id FROM run")
        lost = missing(events(output), stored_events(kitchen, runs[0]["id"]))
        if lost:
            raise Fault(f"{name}: lost {lost}")
        if kitchen.run("run", "status")[0] not in (0, 1):
            raise Fault(f"{name}: status")
        kitchen.run("cook", "--resume", "--json")
        kitchen.check()
    elif name == "undo" and "Undone:" in output and "Tea" in kitchen.expect("dish", "list"):
        raise Fault("undo: announced and not stored")
    elif name == "add" and "Added" in output and "Toast" not in kitchen.expect("dish", "list"):
        raise Fault("add: announced and not stored")
    elif name == "backup" and os.path.exists(kitchen.path("copy.db")):
        kitchen.expect("doctor", "--db", kitchen.path("copy.db"))
    elif before and name in ("restore", "restore over damage", "backup"):
        if state(kitchen) != before:
            raise Fault(f"{name}: something else is there now")
    # The next that makes a copy clears away what is left.
    kitchen.expect("db", "backup", "last.db")
    kitchen.expect("doctor")
    if kitchen.leftovers():
        raise Fault(f"{name}: left over: {kitchen.leftovers()}")
    kitchen.remove()
    return code


def run(program, kills, seed):
    numbers = random.Random(seed)
    calls, killed = {}, 0
    for scenario in scenarios():
        kitchen = prepared(program)
        if scenario[2]:
            damage(kitchen)
        calls[scenario[0]] = count_calls(kitchen, scenario[1]) if scenario[0] != "resume" else 150
        kitchen.remove()
    for number in range(kills):
        scenario = scenarios()[number % len(scenarios())]
        try:
            code = round_of(program, scenario, numbers, calls[scenario[0]])
        except Fault as fault:
            raise Fault(f"seed {seed}, kill {number}: {fault}") from fault
        killed += code not in (0, 1)
    return f"{kills} kills over {len(scenarios())} commands ({killed} met the command at work)"
