"""Many processes of mixed commands on one database."""

import collections
import random
import re
from concurrent.futures import ThreadPoolExecutor

from kitchen import EGG, Fault, Kitchen

#: The exits that a command may have while others are at the database.
ALLOWED = {0, 1, 75}


def command(numbers, name):
    """A command, and the summary of the change that it announces where it exits with 0."""
    dish = f"Dish {name}"
    choices = [
        (6, lambda: (["dish", "add", dish, "--blocking", "5m", "--waiting", "10m"],
                     f'added dish "{dish}"')),
        (3, lambda: (["undo"], None)),
        (2, lambda: (["dish", "edit", "Egg", "--tag", f"t{name.replace(' ', '-')}"], "?")),
        (1, lambda: (["kitchen", "set", "--cooks", str(numbers.randint(1, 4))], "?")),
        (1, lambda: (["meal", "add", f"Meal {name}", "Egg"], f'added meal "Meal {name}"')),
        (2, lambda: (["cook", "Egg", "--simulate"], None)),
        (1, lambda: (["learn", "--apply"], None)),
        (1, lambda: (["history", "import", "history.jsonl"], None)),
        (1, lambda: (["import", "egg.yaml", "--replace"], "?")),
        (1, lambda: (["db", "backup", f"copy {name}.db"], None)),
        (2, lambda: (["dish", "list"], None)),
        (1, lambda: (["history"], None)),
        (1, lambda: (["plan", "Egg", "--save"], None)),
        (1, lambda: (["doctor"], None)),
    ]
    weights = [weight for weight, _ in choices]
    return numbers.choices(choices, weights)[0][1]()


def run(program, rounds, processes, seed):
    numbers = random.Random(seed)
    kitchen = Kitchen(program)
    kitchen.write("egg.yaml", EGG)
    kitchen.expect("import", "egg.yaml")
    kitchen.expect("cook", "Egg", "--simulate")
    kitchen.write("history.jsonl", kitchen.expect("history", "export"))
    announced, undone, exits = collections.Counter(), collections.Counter(), collections.Counter()
    with ThreadPoolExecutor(processes) as pool:
        for number in range(rounds):
            commands = [command(numbers, f"{number} {index}") for index in range(processes)]
            results = pool.map(lambda it: kitchen.run(*it[0]), commands)
            for (words, summary), (code, output, errors) in zip(commands, results):
                exits[code] += 1
                if code not in ALLOWED:
                    raise Fault(f"seed {seed}: {' '.join(words)}: exit {code}: {errors}")
                if code == 0 and summary and summary != "?":
                    announced[summary] += 1
                for took in re.findall(r"^Undone: (.*)\.$", output, re.M):
                    undone[took] += 1
            kitchen.check()
    stored, taken_back = collections.Counter(), collections.Counter()
    for row in kitchen.query("SELECT summary, undone_at FROM change"):
        stored[row["summary"]] += 1
        if row["undone_at"]:
            taken_back[row["summary"]] += 1
    if announced - stored:
        raise Fault(f"seed {seed}: announced and not stored: {dict(announced - stored)}")
    if undone != taken_back:
        raise Fault(f"seed {seed}: undone {dict(undone - taken_back)}, {dict(taken_back - undone)}")
    names = {row["name"] for row in kitchen.query("SELECT name FROM dish")}
    for summary in announced:
        dish = re.fullmatch(r'added dish "(.*)"', summary)
        if dish and (dish[1] in names) != (taken_back[summary] == 0):
            raise Fault(f"seed {seed}: {dish[1]} is there: {dish[1] in names}")
    if kitchen.leftovers():
        raise Fault(f"seed {seed}: left over: {kitchen.leftovers()}")
    kitchen.remove()
    return f"{rounds} rounds of {processes} processes: exits {dict(exits)}, {sum(undone.values())} undone"
