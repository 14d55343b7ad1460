"""Runs the planner and CP-SAT in turns on the same instances, and prints what each proves and how
long it takes: one thread each, in the same run on the same machine."""

import argparse
import json
import math
import statistics
import subprocess
import sys
from pathlib import Path

import instances
import reference

SHIFT = 0.010


class Planner:
    """The benchmark program, asked line by line."""

    def __init__(self, binary: str):
        self.process = subprocess.Popen(
            [binary], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words) -> dict:
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"the planner gave no answer to {words}")
        return json.loads(line)


def shifted_mean(seconds: list[float]) -> float:
    """The geometric mean of the times, shifted by 10 ms so that the smallest do not rule it."""
    return math.exp(statistics.fmean(math.log(value + SHIFT) for value in seconds)) - SHIFT


def contradiction(ours: dict, theirs: reference.Outcome) -> str | None:
    """What the two say that cannot both be true."""
    if ours["violations"]:
        return "the schedule breaks a rule"
    if theirs.status == "infeasible" and ours.get("makespan") is not None:
        return "a schedule for a problem said to have none"
    if ours["status"] == "infeasible" and theirs.makespan is not None:
        return "said to have no schedule, but has one"
    if ours["status"] == "optimal" and theirs.makespan is not None:
        if theirs.makespan < ours["makespan"]:
            return f"makespan {ours['makespan']} proved, {theirs.makespan} found"
        if theirs.second is not None and theirs.second < ours["second"]:
            return f"second level {ours['second']} proved, {theirs.second} found"
    if theirs.status == "optimal" and ours.get("makespan") is not None:
        if ours["makespan"] < theirs.makespan:
            return f"makespan {theirs.makespan} proved by the reference, {ours['makespan']} found"
        if theirs.second is not None and ours["makespan"] == theirs.makespan:
            if ours.get("second") is not None and ours["second"] < theirs.second:
                return f"second level {theirs.second} proved by the reference, {ours['second']} found"
    return None


def is_proved(status: str) -> bool:
    return status in ("optimal", "infeasible")


def row(name: str, ours: list[float], theirs: list[float], proved: tuple[int, int]) -> str:
    means = shifted_mean(ours), shifted_mean(theirs)
    medians = statistics.median(ours), statistics.median(theirs)
    cells = [f"{name:<10}{len(ours):>5}{proved[0]:>10}{proved[1]:>8}"]
    for mine, other in (means, medians, (max(ours), max(theirs))):
        cells.append(f"{mine * 1e3:>12.1f}{other * 1e3:>12.1f}")
    cells.append(f"{means[0] / means[1]:>9.3f}")
    return "".join(cells)


def quality(name: str, pairs: list[tuple[dict, reference.Outcome]]) -> str:
    """How good the schedules are, beside those of the reference."""
    both = [(mine, other) for mine, other in pairs
            if mine.get("makespan") is not None and other.makespan is not None]
    longer = sum(mine["makespan"] > other.makespan for mine, other in both)
    ratios = [(mine["second"] + 1) / (other.second + 1) for mine, other in both
              if mine.get("second") is not None and other.second is not None]
    mean = statistics.geometric_mean(ratios) if ratios else float("nan")
    return (f"{name:<10}{len(both):>5}   longer than CP-SAT's: {longer}   second level: {mean:.3f} of "
            f"CP-SAT's, {max(ratios, default=float('nan')):.3f} at most")


HEADING = (
    f"{'':<10}{'':>5}{'proven':>18}{'mean, ms':>24}{'median, ms':>24}{'max, ms':>24}{'ratio':>9}\n"
    f"{'family':<10}{'n':>5}" + f"{'souschef':>10}{'CP-SAT':>8}"
    + f"{'souschef':>12}{'CP-SAT':>12}" * 3 + f"{'of means':>9}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench planner", description=__doc__)
    parser.add_argument("--planner", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--families", help="comma-separated, of "
                        + ", ".join(instances.SECONDS)
                        + "; by default all but " + ", ".join(instances.LARGE))
    parser.add_argument("--limit", type=int, help="at most so many instances of each family")
    parser.add_argument("--seconds", type=float, help="for every instance (and level of CP-SAT)")
    parser.add_argument("--seed", type=int, default=1, help="of the meals and of --limit's choice")
    parser.add_argument("--verbose", action="store_true", help="a line for each instance")
    options = parser.parse_args()

    work = Path(options.planner).resolve().parent / "instances"
    families = instances.families(work, options.seed, options.limit)
    if options.families:
        wanted = options.families.split(",")
        if unknown := sorted(set(wanted) - set(families)):
            parser.error(f"no instances of {', '.join(unknown)}")
        families = {family: families[family] for family in wanted}
    else:
        families = {family: names for family, names in families.items()
                    if family not in instances.LARGE}

    planner = Planner(options.planner)
    wrong = 0
    print(HEADING, flush=True)
    for family, names in families.items():
        limit = options.seconds or instances.SECONDS[family]
        reference_limit = options.seconds or instances.REFERENCE_SECONDS.get(family, limit)
        ours, theirs, proved, pairs = [], [], [0, 0], []
        for name in names:
            mine = planner.ask("solve", name, limit)
            other = reference.solve(planner.ask("describe", name), reference_limit)
            ours.append(mine["seconds"])
            theirs.append(other.seconds)
            pairs.append((mine, other))
            proved[0] += is_proved(mine["status"])
            proved[1] += is_proved(other.status)
            if options.verbose:
                print(f"  {Path(name).stem}: {mine['status']} {mine.get('makespan')}/{mine.get('second')} "
                      f"{mine['seconds']:.3f} s, {mine['conflicts']} conflicts; CP-SAT "
                      f"{other.status} {other.makespan}/{other.second} {other.seconds:.3f} s",
                      flush=True)
            if clash := contradiction(mine, other):
                wrong += 1
                print(f"  WRONG {Path(name).stem}: {clash}", flush=True)
        print(row(family, ours, theirs, (proved[0], proved[1])), flush=True)
        if family in instances.LARGE:
            print(quality(family, pairs), flush=True)
    print("mean: geometric, shifted by 10 ms; times of the unproved count as they are")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
