"""Random meals planned by souschef and by CP-SAT, side by side."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import contract
import reference
from checker import Checker
from meals import Generator


def planned(souschef: Path, folder: Path, document: dict, options: list[str]) -> tuple[int, dict]:
    """Souschef's exit code and answer."""
    file = folder / "meal.json"
    file.write_text(json.dumps(document))
    environment = {**os.environ, "TZ": "UTC", "SOUSCHEF_DB": str(folder / "empty.db")}
    run = subprocess.run([souschef, "plan", "--file", file, "--json", *options],
                         capture_output=True, text=True, env=environment, check=False)
    if not run.stdout.startswith("{"):
        return run.returncode, {"status": "refused", "why": [run.stderr]}
    return run.returncode, json.loads(run.stdout)


def disagreements(plan: dict, outcome: reference.Outcome) -> list[str]:
    """What both solvers cannot be right about."""
    if plan["status"] in ("infeasible", "refused"):
        return ["only CP-SAT has a plan"] if outcome.makespan is not None else []
    if outcome.is_infeasible:
        return ["CP-SAT proves there is no plan"]
    second = "startSum" if plan["objective"] == "early" else "staleness"
    levels = [("makespan", plan["makespanSeconds"], plan["lowerBoundSeconds"], outcome.makespan,
               outcome.makespan_bound)]
    if plan["lowerBoundSeconds"] == plan["makespanSeconds"]:
        levels.append((second, plan[second + "Seconds"], plan[second + "LowerBoundSeconds"],
                       outcome.second, outcome.second_bound))
    faults = []
    for name, value, bound, other, other_bound in levels:
        if other is not None and bound is not None and other < bound:
            faults.append(f"{name}: {bound} proved, CP-SAT has {other}")
        if other_bound is not None and value < other_bound:
            faults.append(f"{name}: {value} found, CP-SAT proves {other_bound}")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--souschef", type=Path, required=True, help="the program")
    parser.add_argument("--seeds", default="1-200", help="first and last seed")
    parser.add_argument("--limit", type=float, default=20,
                        help="seconds for CP-SAT, each level; 0 to check plans alone")
    parser.add_argument("--keep", type=Path, help="a folder for meals that are slow or disagree")
    arguments = parser.parse_args()
    first, last = map(int, arguments.seeds.split("-"))
    counts = {"agreed": 0, "disagreed": 0, "faulty": 0, "open": 0, "unproved by CP-SAT": 0,
              "infeasible": 0}
    folder = Path(tempfile.mkdtemp())
    for seed in range(first, last + 1):
        generator = Generator(seed)
        document, options, asked = generator.meal(2 + seed % 9)
        began = time.monotonic()
        code, plan = planned(arguments.souschef, folder, document, options)
        took = time.monotonic() - began
        meal = contract.read(document, **asked)
        outcome = (reference.solve(meal, "early" in options, arguments.limit)
                   if arguments.limit > 0 else reference.Outcome("not asked"))
        faults = disagreements(plan, outcome)
        if plan["status"] in ("optimal", "feasible"):
            checker = Checker(meal, plan)
            faulty = checker.check() + checker.moves()
            if arguments.limit > 0 and not faulty:
                faulty = checker.unfair()
        else:
            faulty = [] if (code, plan["status"]) == (1, "infeasible") else plan["why"]
            counts["infeasible"] += plan["status"] == "infeasible"
        counts["agreed" if not faults else "disagreed"] += 1
        counts["faulty"] += bool(faulty)
        counts["open"] += plan["status"] == "feasible"
        counts["unproved by CP-SAT"] += outcome.is_open
        print(f"{seed} {len(meal.steps)} steps: {plan['status']} in {took:.2f} s, CP-SAT "
              f"{outcome.status} in {outcome.seconds:.2f} s", *faults, *faulty, sep="; ",
              flush=True)
        if arguments.keep and (faults or faulty or took > 3):
            arguments.keep.mkdir(exist_ok=True)
            name = f"seed-{seed}-{took:.0f}s"
            (arguments.keep / f"{name}.json").write_text(json.dumps(document, indent=1))
            (arguments.keep / f"{name}.options").write_text("\n".join(options))
    print(counts)
    return 1 if counts["disagreed"] or counts["faulty"] else 0


if __name__ == "__main__":
    sys.exit(main())
