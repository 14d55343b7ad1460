"""Meals cooked with durations that the plan does not know, beside the best that could have been done.

True durations are drawn around the estimates. Each meal is cooked under each policy, and planned once
more with the true durations: that plan is what somebody would reach who knew them beforehand. Tables by
family have the mean of how much later each policy serves, and how stale food became in all, as a
multiple of those plans. What each run's record says is held against the rules of the kitchen and the
true durations.
"""

import argparse
import copy
import hashlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Food"))

import contract
from log_checker import LogChecker
from meals import Generator

# Plans that are not proved by then are cooked as they are.
LIMIT = ["--time-limit", "3s"]
POLICIES = ["replan", "static", "in-order"]


def entries(dish: dict) -> list[dict]:
    """The steps of a dish, also of one that is itself its only step."""
    return dish["steps"] if "steps" in dish else [dish]


def factor(numbers: random.Random, options) -> float:
    """What a true duration is of the estimate."""
    if options.lognormal:
        return numbers.lognormvariate(0, options.lognormal)
    spread = options.spread
    low, high = (-spread / 2, spread * 1.5) if options.skew else (-spread, spread)
    return 1 + numbers.uniform(low, high)


def drawn(document: dict, numbers: random.Random, options):
    """True durations by `Dish/step`, and the document as it would be with them for estimates."""
    truth, actuals = copy.deepcopy(document), {}
    for dish in truth["dishes"]:
        for index, step in enumerate(entries(dish)):
            ways = step.get("options", [step])
            kinds = [next(k for k in ("blocking", "waiting") if k in way) for way in ways]
            likely = contract.likely(ways[0][kinds[0]])
            seconds = max(1, round(likely * factor(numbers, options)))
            for way, kind in zip(ways, kinds):
                way[kind] = f"{seconds}s"
            name = step.get("id") or kinds[0]
            if "id" not in step and "steps" in dish:
                name = str(index + 1)
            actuals[f"{dish['name']}/{name}"] = f"{seconds}s"
    return actuals, truth


def sample_meals(folder: Path):
    """The published kitchens, by family."""
    for file in sorted(folder.glob("*.json")):
        if file.name != "expected.json":
            yield file.stem.rsplit("_", 1)[0], file.stem, json.loads(file.read_text())


def random_meals(first: int, last: int):
    """Meals of this project's own generator that have no clock to keep to."""
    for seed in range(first, last + 1):
        document, _, asked = Generator(seed).meal(2 + seed % 9)
        text = json.dumps(document)
        minds_the_clock = any(word in text for word in ("away", "notBefore", "notAfter"))
        if set(asked) == {"now"} and "meals" not in document and not minds_the_clock:
            yield f"random {2 + seed % 9:02}", f"random {seed}", document


class Program:
    """Souschef, on a database in a folder, where what is planned once is found again."""

    def __init__(self, path: Path, folder: Path):
        self.path, self.folder = path, folder
        self.environment = {**os.environ, "TZ": "UTC", "SOUSCHEF_DB": str(folder / "cook.db")}
        self.known_file = folder / "known.json"
        self.known = json.loads(self.known_file.read_text()) if self.known_file.exists() else {}

    def __call__(self, *arguments) -> str:
        run = subprocess.run([self.path, *arguments], capture_output=True, text=True,
                             env=self.environment, check=False)
        return run.stdout if run.returncode == 0 else ""

    def _remembered(self, purpose: str, document: dict, find):
        text = json.dumps(document)
        key = f"{purpose} {hashlib.sha256(text.encode()).hexdigest()}"
        if key not in self.known:
            file = self.folder / "meal.json"
            file.write_text(text)
            self.known[key] = find(file)
            self.known_file.write_text(json.dumps(self.known))
        return self.known[key]

    def optimum(self, document: dict):
        """Makespan, hold and staleness of a document's plan; None where there is none."""
        def find(file: Path):
            answer = self("plan", "--file", file, "--json", *LIMIT)
            plan = json.loads(answer) if answer else None
            return plan and [plan[key] for key in
                             ("makespanSeconds", "holdSeconds", "stalenessSeconds")]
        return self._remembered("optimum", document, find)

    def stored(self, document: dict):
        """The number of a document's stored plan; None where there is none."""
        def find(file: Path):
            before = {plan["id"] for plan in json.loads(self("plans", "--json") or "[]")}
            self("plan", "--file", file, "--save", *LIMIT)
            after = {plan["id"] for plan in json.loads(self("plans", "--json") or "[]")}
            return max(after - before, default=None)
        return self._remembered("plan", document, find)

    def cooked(self, plan: int, actuals: dict, policy: str):
        """The record of a run; None where it was refused."""
        times = self.folder / "times.json"
        times.write_text(json.dumps(actuals))
        answer = self("cook", "--plan", str(plan), "--simulate", "--actuals", times,
                      "--policy", policy, "--json")
        if not answer:
            return None
        return json.loads(answer[answer.index('{"format"') if '{"format"' in answer else
                                 answer.index('{\n'):])


def served(document: dict, record: dict) -> tuple[int, int]:
    """When the meal was served, and for how long hot dishes had waited by then."""
    dishes = {dish["name"]: dish for dish in document["dishes"]}
    ends = {}
    for step in record["steps"]:
        if step["actualEndSeconds"] is not None:
            ends[step["dish"]] = max(ends.get(step["dish"], 0), step["actualEndSeconds"])
    offsets = {name: contract.seconds(dishes[name].get("serveOffset", 0)) for name in ends}
    serving = max(end - offsets[name] for name, end in ends.items())
    return serving, sum(serving + offsets[name] - end for name, end in ends.items()
                        if dishes[name].get("serve", "hot") == "hot")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--souschef", type=Path, required=True, help="the program")
    data = os.environ.get("BENCHMARK_DATA")
    parser.add_argument("--kitchens", type=Path, default=Path(data) / "kitchens" if data else None,
                        help="a folder of kitchen files to cook besides")
    parser.add_argument("--random", default="1-60", help="first and last seed of random meals")
    parser.add_argument("--spread", type=float, default=0.2, help="how far a time may be off")
    parser.add_argument("--skew", action="store_true", help="more steps late than early")
    parser.add_argument("--lognormal", type=float, default=0,
                        help="draw true durations so, with this deviation, in place of evenly")
    parser.add_argument("--draws", type=int, default=1, help="true durations drawn for each meal")
    parser.add_argument("--seed", type=int, default=1, help="of the true durations")
    parser.add_argument("--policies", default=",".join(POLICIES))
    parser.add_argument("--meals", type=int, help="how many meals to cook, evenly chosen")
    parser.add_argument("--keep", type=Path,
                        help="a folder for plans and optima, to find them again next time")
    parser.add_argument("--each", action="store_true", help="print every meal")
    arguments = parser.parse_args()
    policies = arguments.policies.split(",")
    first, last = map(int, arguments.random.split("-"))
    meals = list(sample_meals(arguments.kitchens)) if arguments.kitchens else []
    meals += list(random_meals(first, last))
    if arguments.meals and arguments.meals < len(meals):
        meals = [meals[index * len(meals) // arguments.meals] for index in range(arguments.meals)]
    folder = arguments.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    program = Program(arguments.souschef, folder)
    results: dict[str, list[dict]] = {}
    checked = faulty = 0
    for family, name, document in meals:
        for draw in range(arguments.draws):
            numbers = random.Random(f"{arguments.seed} {name} {draw}")
            actuals, truth = drawn(document, numbers, arguments)
            best, plan = program.optimum(truth), program.stored(document)
            if best is None or plan is None:
                continue
            meal = contract.read(truth, datetime(2026, 1, 1))
            row = dict(zip(("best", "bestHold", "bestStale"), best))
            for policy in policies:
                record = program.cooked(plan, actuals, policy)
                if record is None or record["status"] != "finished":
                    continue
                row[policy], row[policy + "Hold"] = served(document, record)
                row[policy + "Stale"] = record["stalenessSeconds"]
                faults = LogChecker(meal, record).check()
                if row[policy] != record["actualSeconds"]:
                    faults.append(f"served at {row[policy]}, says {record['actualSeconds']}")
                checked, faulty = checked + 1, faulty + bool(faults)
                for fault in faults:
                    print(f"FAULT {name}, {policy}: {fault}", flush=True)
            if any(policy not in row for policy in policies):
                continue
            results.setdefault(family, []).append(row)
            if arguments.each:
                print(name, draw, row["best"], row["bestStale"],
                      *(f"{p} {row[p] / row['best'] - 1:+.1%} {row[p + 'Stale']}"
                        for p in policies), flush=True)
    every = [row for rows in results.values() for row in rows]
    print(f"{'family':14}{'meals':>6}" + "".join(f"{p:>12}{'stale':>7}" for p in policies))
    for family, rows in [*sorted(results.items()), ("all", every)] if every else []:
        stale = max(sum(row["bestStale"] for row in rows), 1)
        print(f"{family:14}{len(rows):6}" + "".join(
            f"{statistics.mean(r[p] / r['best'] - 1 for r in rows):>12.2%}"
            f"{sum(r[p + 'Stale'] for r in rows) / stale:7.2f}" for p in policies))
    print(f"{checked} records held against the rules, {faulty} of them faulty")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
