#!/usr/bin/env python3
"""Attacks the program with mutated files, arguments and databases.

    Tests/Hostile/hostile.py                          all of it with a new seed
    Tests/Hostile/hostile.py histories --count 500    histories with one to three fields changed
    Tests/Hostile/hostile.py arguments --count 3000   random argument vectors
    Tests/Hostile/hostile.py databases --count 300    databases with flipped bytes
    Tests/Hostile/hostile.py extremes                 the extremes of every number of a kitchen file
    Tests/Hostile/hostile.py terminals                control characters in every text

Whatever comes, a command ends within ten seconds, by itself, and with a code that the program has; a
history that is taken in leaves a database that the doctor calls well. Every fault is printed with what
repeats it. The program is SOUSCHEF_PROGRAM, else .build/release/souschef.
"""

import argparse
import copy
import json
import os
import pathlib
import pty
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SOUSCHEF_PROGRAM", str(ROOT / ".build/release/souschef"))
CODES = {0, 1, 64, 65, 66, 73, 74, 75, 130}
PATIENCE = 10
EXTREMES = [
    0, 1, -1, 2, 59, 255, 256, 1000, 1001, 65536, 2**31 - 1, 2**31, 2**32, 2**53, 2**53 + 1,
    2**62, 2**63 - 1, -(2**31), -(2**53), -(2**63), 10**18, 0.5, 1e308, -1e308, 1e-9,
]
TEXTS = [
    "", " ", "x", "-1", "9999999999999999999999", "0x10", "nan", "inf", "1e400", "é", "\u202e", "\u001b[31m",
    "a" * 5000, "run.finished", "waiting", "blocking", "finished", "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2026-13-45T99:99:99Z", "null", "true", "Pasta/waiting",
]


class Faults:
    """What went wrong, counted and printed."""

    def __init__(self):
        self.count = 0

    def add(self, what, detail):
        self.count += 1
        print(f"FAULT {what}\n      {detail}", flush=True)


FAULTS = Faults()


def environment(folder):
    return {
        "HOME": str(folder), "SOUSCHEF_DB": str(folder / "kitchen.db"), "PATH": "/usr/bin:/bin",
        "TZ": "UTC", "LANG": "C.UTF-8", "EDITOR": "true", "PAGER": "cat", "SWIFT_BACKTRACE": "enable=no",
    }


def run(folder, arguments, what, stdin="", codes=CODES):
    """Runs a command to its end; its code and what it said, or None where it did not behave."""
    try:
        done = subprocess.run(
            [PROGRAM, *arguments], cwd=folder, env=environment(folder), input=stdin.encode(),
            capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        FAULTS.add(f"{what}: still running after {PATIENCE} s", arguments)
        return None
    if done.returncode not in codes:
        FAULTS.add(f"{what}: ended with {done.returncode}", (arguments, done.stderr[-300:]))
        return None
    if done.returncode not in (0, 1, 130) and not done.stderr.strip():
        FAULTS.add(f"{what}: ended with {done.returncode} without a word", arguments)
    return done


def fresh(parent, source=None):
    folder = pathlib.Path(tempfile.mkdtemp(dir=parent))
    if source is not None:
        for file in source.iterdir():
            if file.is_file():
                shutil.copy(file, folder / file.name)
    return folder


def stocked(parent):
    """A kitchen with the examples and a few runs."""
    folder = fresh(parent)
    (folder / "actuals.json").write_text('{"Pasta/waiting": "14m"}')

    def needs(*arguments):
        done = run(folder, [*arguments], "set-up")
        if done is None or done.returncode != 0:
            sys.exit(f"set-up: {arguments}: {done and done.stderr}")

    needs("import", str(ROOT / "Examples/lunch.yaml"), "--kitchen")
    needs("cook", "lunch", "--simulate")
    needs("cook", "lunch", "--simulate", "--actuals", "actuals.json")
    needs("plan", "lunch", "--save", "--serve-at", "2026-12-01 19:00")
    needs("history", "rate", "1", "4")
    needs("history", "note", "1", "good")
    needs("history", "amend", "2", "Avocado/blocking", "--took", "3m")
    needs("import", str(ROOT / "Examples/sunday-roast.yaml"), "--kitchen")
    needs("cook", "Sunday roast", "--simulate")
    return folder


LOOKS = [
    ["doctor"], ["history", "--json"], ["history", "stats"], ["history", "dishes"], ["history", "meals"],
    ["plans", "--json"], ["plans", "show", "1"], ["plans", "show", "2", "--format", "gantt", "--lanes"],
    ["plans", "show", "1", "--format", "html"], ["history", "show", "1"],
    ["history", "show", "2", "--format", "gantt"], ["history", "show", "1", "--format", "html"],
    ["history", "export", "--output", "again.jsonl"], ["cook", "--plan", "1", "--simulate"],
    ["history", "replay", "1", "--speed", "1000000"], ["history", "compare", "1", "2"],
    ["run", "status"], ["learn"], ["dish", "list"], ["kitchen", "show"], ["meal", "list"],
]


def places(value, path=()):
    """Every scalar, list and object below a value, by path."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield path + (key,)
            yield from places(part, path + (key,))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield path + (index,)
            yield from places(part, path + (index,))


def mutated(value, chance):
    """A copy with one place changed."""
    value = copy.deepcopy(value)
    found = list(places(value))
    if not found:
        return value
    path = chance.choice(found)
    parent = value
    for key in path[:-1]:
        parent = parent[key]
    old = parent[path[-1]]
    kind = chance.randrange(6)
    if kind == 0:
        del parent[path[-1]]
    elif kind == 1 and isinstance(old, list) and old:
        old.append(copy.deepcopy(chance.choice(old)))
    elif kind == 2:
        parent[path[-1]] = chance.choice([None, [], {}, True, chance.choice(TEXTS)])
    elif isinstance(old, bool):
        parent[path[-1]] = not old
    elif isinstance(old, (int, float)):
        parent[path[-1]] = chance.choice(EXTREMES + [old + 1, old - 1, -old])
    elif isinstance(old, str):
        parent[path[-1]] = chance.choice(TEXTS + [old + "x", old[:-1], old.upper()])
    else:
        parent[path[-1]] = chance.choice([None, 7, "x"])
    return value


def histories(parent, chance, count):
    source = stocked(parent)
    lines = run(source, ["history", "export"], "set-up").stdout.decode().splitlines()
    taken = 0
    for number in range(count):
        changed = [json.loads(line) for line in lines]
        for _ in range(chance.randint(1, 3)):
            index = chance.randrange(len(changed))
            changed[index] = mutated(changed[index], chance) or {}
        folder = fresh(parent)
        (folder / "history.jsonl").write_text("\n".join(json.dumps(line) for line in changed) + "\n")
        what = f"history {number}"
        done = run(folder, ["history", "import", "history.jsonl"], what, codes=CODES - {74})
        if done is not None and done.returncode == 0:
            taken += 1
            for arguments in LOOKS:
                seen = run(folder, arguments, what)
                if arguments == ["doctor"] and seen is not None and seen.returncode != 0:
                    FAULTS.add(f"{what}: the doctor is unhappy", seen.stdout[-300:])
        elif done is not None and done.returncode == 65 and b"history.jsonl" not in done.stderr:
            FAULTS.add(f"{what}: refused without its line", done.stderr)
        if FAULTS.count == keepers.get("seen", 0):
            shutil.rmtree(folder)
        else:
            keepers["seen"] = FAULTS.count
            print(f"      kept in {folder}")
    print(f"histories: {count}, {taken} of them taken in")


keepers = {}

COMMANDS = """dish add|dish list|dish show|dish edit|dish rename|dish remove|meal add|meal list|meal show
meal edit|meal remove|kitchen show|kitchen set|plan|plans|plans show|plans remove|cook|run status|run done
run start|run extend|run shorten|run skip|run pause|run resume|run abort|run undo|history|history list
history show|history stats|history dishes|history meals|history compare|history rate|history note
history amend|history remove|history export|history import|history replay|learn|import|export|undo|doctor
db path|db backup|db query|db restore|help""".replace("\n", "|").split("|")

WORDS = [
    "Pasta", "lunch", "Roast beef", "Pasta:2", "Pasta:0", "Pasta:1/3", "Pasta/waiting", "1", "2", "0", "-1",
    str(2**63 - 1), str(2**63), str(-(2**63)), "10m", "90", "30d", "31d", "1:30", "-5m", "19:00", "25:00",
    "9999-12-31 23:59", "0001-01-01 00:00", "now", "tomorrow", "in 2 hours", "+90m", "--", "-", "", " ",
    "a" * 300, "\u202e", "\x1b[2J", "$(x)", "nowhere.yaml", "kitchen.yaml", ".", "/dev/null", "kitchen.db",
    "oven=1x2", "oven=0", "oven=9999999999", "burner=-1", "oven=10m", "180C", "SELECT 1", "SELECT * FROM run",
    "PRAGMA user_version", "waiting 10m: Boil", "blocking 1m", "waiting 10m @oven 180C: Bake", "é", "1e400",
    "nan", "0.5", "60", "1000000000000", "json", "csv", "gantt", "ics", "html", "replan", "static", "hot",
]


def options():
    """The options of each command, from its own help."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS:
            done = run(pathlib.Path(folder), [*command.split(), "--help"], "help")
            text = done.stdout.decode() if done else ""
            found[command] = sorted(set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", text)) - {"--watch"})
    return found


def arguments(parent, chance, count):
    known = options()
    source = stocked(parent)
    (source / "kitchen.yaml").write_text("dishes:\n  - {name: Tea, waiting: 3m}\n")
    folder = fresh(parent, source)
    for number in range(count):
        if number % 20 == 0:
            shutil.rmtree(folder)
            folder = fresh(parent, source)
        command = chance.choice(COMMANDS)
        vector = command.split()
        for _ in range(chance.randint(0, 4)):
            if known[command] and chance.random() < 0.5:
                vector.append(chance.choice(known[command]))
            if chance.random() < 0.8:
                vector.append(chance.choice(WORDS))
        if command == "cook" or command == "history replay":
            vector += ["--simulate"] if command == "cook" else ["--speed", "100000"]
        if chance.random() < 0.05:
            chance.shuffle(vector)
        vector = [word.replace("\x00", "") for word in vector]
        run(folder, vector, f"arguments {number}")
        if number % 20 == 19:
            done = run(folder, ["doctor"], f"arguments {number}: doctor")
            if done is not None and done.returncode != 0 and (folder / "kitchen.db").exists():
                FAULTS.add(f"arguments {number}: the doctor is unhappy", done.stdout[-300:])
    print(f"arguments: {count}")


def databases(parent, chance, count):
    source = stocked(parent)
    run(source, ["db", "backup", "whole.db"], "set-up")
    whole = (source / "whole.db").read_bytes()
    for number in range(count):
        folder = fresh(parent)
        damaged = bytearray(whole)
        for _ in range(chance.choice([1, 1, 1, 2, 8, 64])):
            place = chance.randrange(len(damaged)) if chance.random() < 0.9 else chance.randrange(100)
            damaged[place] ^= 1 << chance.randrange(8)
        (folder / "kitchen.db").write_bytes(damaged)
        before = FAULTS.count
        for look in LOOKS + [["export"], ["plan", "lunch", "--json"], ["undo", "--dry-run"]]:
            run(folder, look, f"database {number}")
        for change in [["dish", "add", "Tea", "--waiting", "3m"], ["cook", "lunch", "--simulate"], ["undo"]]:
            run(folder, change, f"database {number}")
        if FAULTS.count == before:
            shutil.rmtree(folder)
        else:
            (folder / "damaged.db").write_bytes(damaged)
            print(f"      kept in {folder}")
    print(f"databases: {count}")


KITCHEN = """
kitchen: {cooks: 2, equipment: {oven: {count: 1, slots: 2, preheat: 10m}, burner: 4}}
dishes:
  - name: A
    servings: 4
    serveOffset: 5m
    holdMax: 15m
    notBefore: "2026-12-01 17:00"
    ingredients: ["800 g potatoes", "1-1/2 cups milk"]
    steps:
      - {id: a, title: A, blocking: 15m, cooks: 1, keeps: 20m}
      - {id: b, title: B, waiting: {min: 10m, likely: 12m, max: 20m}, uses: {oven: 1}, temperature: 180C}
      - {id: c, title: C, waiting: 10m, after: [{step: b, min: 1m, max: 5m}]}
"""


def extremes(parent, chance, count):
    """Each number of a kitchen file, and each number that an option takes, at its extremes."""
    numbers = list(re.finditer(r"(?<![\w.])\d+(?:-\d+-\d+)?", KITCHEN))
    values = [str(value) for value in EXTREMES] + ["999999999999999999999999", "2147483648", "30", "31"]
    folder = fresh(parent)
    for match in numbers:
        for value in values:
            text = KITCHEN[: match.start()] + value + KITCHEN[match.end():]
            (folder / "kitchen.yaml").write_text(text)
            what = f"extremes {match.group()} at {match.start()} as {value}"
            done = run(folder, ["plan", "--file", "kitchen.yaml", "--time-limit", "2s"], what)
            if done is not None and done.returncode == 0 and value in values[:12]:
                run(folder, ["cook", "--file", "kitchen.yaml", "--simulate", "--time-limit", "2s"], what)
    folder = stocked(parent)
    for vector in [
        ["dish", "add", "X", "--blocking", "#"], ["dish", "add", "X", "--blocking", "1m", "--servings", "#"],
        ["kitchen", "set", "--cooks", "#"], ["kitchen", "set", "--equipment", "oven=#"],
        ["kitchen", "set", "--equipment", "oven=1x#"], ["kitchen", "set", "--preheat", "oven=#"],
        ["plan", "lunch", "--cooks", "#"], ["plan", "lunch:#"], ["plan", "lunch", "--what-if-more", "#"],
        ["plan", "lunch", "--risk-runs", "#"], ["plan", "lunch", "--time-limit", "#"],
        ["plan", "lunch", "--later", "#"], ["plan", "lunch", "--serve-at", "in # hours"],
        ["plan", "lunch", "--serve-at", "+#"], ["plan", "lunch", "--start-at", "#-12-31 23:59"],
        ["plan", "lunch", "--now", "#-12-31T23:59:59Z", "--serve-at", "19:00", "--save"],
        ["cook", "lunch", "--simulate", "--speed", "#"], ["plans", "show", "#"], ["history", "show", "#"],
        ["history", "list", "--limit", "#"], ["history", "rate", "1", "#"],
        ["history", "amend", "1", "Pasta/waiting", "--took", "#"],
        ["history", "replay", "1", "--speed", "#"], ["history", "--since", "# days ago"],
        ["learn", "--last", "#"], ["run", "extend", "#"], ["run", "done", "--at", "#"],
    ]:
        for value in values:
            filled = [word.replace("#", value) for word in vector]
            if vector[:2] == ["history", "replay"] and takes_its_time(value):
                continue
            run(folder, filled, f"extremes {value}")
            if vector[:2] == ["dish", "add"]:
                run(folder, ["plan", "X:2"], f"extremes {value}")
                run(folder, ["dish", "remove", "X"], f"extremes {value}")
            if vector[0] == "kitchen":
                run(folder, ["undo"], f"extremes {value}")
    done = run(folder, ["doctor"], "extremes")
    if done is not None and done.returncode != 0:
        FAULTS.add("extremes: the doctor is unhappy", done.stdout)
    print(f"extremes: {len(numbers)} numbers of a file, each as {len(values)} others")


def takes_its_time(speed):
    """Whether a run of ten minutes is replayed for seconds at a speed, as it should be."""
    try:
        return 0 < float(speed) < 200
    except ValueError:
        return False


BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]0;[^\x07]*\x07")


def terminals(parent, chance, count):
    """No control character of the cook's own words reaches a terminal, nor a file as it is."""
    evil = "a\\e]0;T\\ab\\u009b31mc\\u202ed\\u2066\\x7f\\r"
    folder = fresh(parent)
    (folder / "evil.yaml").write_text(
        f'dishes:\n  - name: E\n    notes: "{evil}\\nx"\n    ingredients: ["2 {evil}"]\n    tags: ["t"]\n'
        f'    says: {{start: "{evil}", finish: "{evil}"}}\n'
        f'    steps: [{{id: a, title: "{evil}", waiting: 1m}}, {{id: b, title: "{evil}", blocking: 1m}}]\n'
        'meals:\n  - {name: m, dishes: [E]}\n')
    run(folder, ["import", "evil.yaml"], "set-up")
    run(folder, ["cook", "m", "--simulate"], "set-up")
    run(folder, ["history", "note", "1", "\x1b]0;T\x07\x9b31m\u202e"], "set-up")
    commands = [
        ["dish", "show", "E"], ["dish", "show", "E", "--json"], ["dish", "list"], ["dish", "list", "--json"],
        ["meal", "show", "m"], ["export"], ["export", "--format", "json"], ["export", "E", "--format", "cook"],
        ["history"], ["history", "--csv"], ["history", "--json"], ["history", "show", "1"],
        ["history", "show", "1", "--json"], ["history", "show", "1", "--csv"],
        ["history", "show", "1", "--format", "html"], ["history", "show", "1", "--format", "gantt"],
        ["history", "export"], ["history", "export", "--format", "csv"], ["history", "stats"],
        ["history", "stats", "--csv"], ["plans"], ["plans", "--json"], ["learn"], ["undo", "--dry-run"],
        ["cook", "m", "--simulate"], ["cook", "m", "--simulate", "--json"], ["history", "replay", "1", "--speed", "100000"],
        ["db", "query", "SELECT * FROM dish"], ["db", "query", "SELECT * FROM dish", "--csv"],
        ["db", "query", "SELECT * FROM dish", "--json"], ["db", "query", "SELECT '\x1b[2J\x9b'"],
        ["dish", "show", "\x1b[2J\u202e"], ["import", "\x1b[2J\u202e.yaml"], ["plan", "\x9b2J"],
        ["import", "evil.yaml", "--dry-run"], ["dish", "add", "\x1b[2J"], ["--db", "\x1b[2J", "dish", "list"],
        ["history", "import", "evil.yaml"], ["--\x1b[2J"], ["\x1b[2J"],
    ] + [["plans", "show", "1", "--format", name] for name in
         ["table", "gantt", "json", "markdown", "svg", "html", "ics", "csv", "mermaid"]]
    for command in commands:
        for where in ["pipe", "terminal"]:
            if where == "pipe":
                done = run(folder, command, f"terminals {command}")
                said = (done.stdout + done.stderr).decode("utf-8", "replace") if done else ""
            else:
                said = on_terminal(folder, command).replace("\r\n", "\n")
            said = said.replace("\r\n", "\n").replace("\n\r", "\n")
            rest = ESCAPES.sub("", said) if where == "terminal" else said
            if BAD.search(rest) or "\x1b" in rest or "\r" in rest:
                FAULTS.add(f"terminals: control characters on a {where}", (command, ascii(rest)[-300:]))
    print(f"terminals: {len(commands)} commands")


def on_terminal(folder, command):
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(PROGRAM, [PROGRAM, *command], {**environment(folder), "TERM": "xterm"})
    said = b""
    os.write(master, b"\x04")  # Nobody answers what is asked.
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.waitpid(pid, 0)
    os.close(master)
    return said.decode("utf-8", "replace")


def main():
    attacks = {
        "histories": (histories, 500), "arguments": (arguments, 3000), "databases": (databases, 300),
        "extremes": (extremes, 1), "terminals": (terminals, 1),
    }
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("attack", nargs="*", choices=[*attacks, []], default=[])
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--count", type=int, default=None)
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    parent = tempfile.mkdtemp(prefix="souschef-hostile-")
    for name in given.attack or list(attacks):
        attack, count = attacks[name]
        attack(parent, random.Random(f"{seed}/{name}"), given.count or count)
    if FAULTS.count == 0:
        shutil.rmtree(parent)
    print(f"{FAULTS.count} faults")
    sys.exit(1 if FAULTS.count else 0)


if __name__ == "__main__":
    main()
