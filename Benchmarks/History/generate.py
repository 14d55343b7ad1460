"""Writes a history of bare run records, one a line, for `souschef history import`.

    python3 generate.py --runs 100000 --steps 10 --kitchen kitchen.json > history.jsonl

The same arguments give the same bytes. True times are drawn around a truth of each step, of which the
plan knows nothing, with a spread of a fifth. One run in ten is simulated, one in fifty was aborted, one
in twenty is rated. The kitchen file has the dishes as they were planned.
"""

import argparse
import datetime
import json
import random
import sys

DISHES = 200


def dishes(steps, draw):
    """The dishes: per step its kind, what is planned and what it takes in truth."""
    return [
        [
            (kind, planned, planned * draw.uniform(0.8, 1.3))
            for kind in (draw.choice(["blocking", "waiting"]) for _ in range(steps))
            for planned in [60 * draw.randint(2, 40)]
        ]
        for _ in range(DISHES)
    ]


def kitchen(book):
    """The dishes as a kitchen file."""
    return {
        "kitchen": {"cooks": ["Ana"]},
        "dishes": [
            {"name": f"Dish {index}", "steps": [
                {"id": f"step-{place + 1}", kind: f"{planned}s"}
                for place, (kind, planned, _) in enumerate(steps)]}
            for index, steps in enumerate(book)]}


def run(number, menu, start, draw):
    """One run: each dish's steps one after the other."""
    simulated, aborted = number % 10 == 0, number % 50 == 1
    records, ends = [], []
    for name, steps in menu:
        planned = actual = 0
        for index, (kind, length, truth) in enumerate(steps):
            took = max(1, round(draw.gauss(truth, truth / 5)))
            records.append({
                "dish": name, "step": f"step-{index + 1}", "kind": kind, "status": "finished",
                "plannedStartSeconds": planned, "plannedEndSeconds": planned + length,
                "actualStartSeconds": actual, "actualEndSeconds": actual + took,
                "cooks": ["Ana"] if kind == "blocking" else [],
                "endedBy": "timer" if simulated else "cook"})
            planned, actual = planned + length, actual + took
        ends.append((planned, actual))
    if aborted:
        records[-1].update(status="dropped", actualStartSeconds=None, actualEndSeconds=None,
                           cooks=[], endedBy=None)
    record = {
        "format": "souschef.run/1", "id": number, "meal": f"meal {number % 53}",
        "status": "aborted" if aborted else "finished",
        "mode": "simulated" if simulated else "live", "speed": 1, "policy": "replan",
        "startedAt": start.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "plannedSeconds": max(end[0] for end in ends),
        "actualSeconds": max(end[1] for end in ends), "replans": 0, "steps": records}
    if number % 20 == 7:
        record["rating"] = 1 + number // 20 % 5
    return record


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=10, help="steps a run, in two dishes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kitchen", help="write the dishes here, as a kitchen file")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    book = dishes(max(1, options.steps // 2), draw)
    if options.kitchen:
        with open(options.kitchen, "w") as file:
            json.dump(kitchen(book), file, indent=1)
    start = datetime.datetime(2000, 1, 1, 18)
    for number in range(1, options.runs + 1):
        chosen = draw.sample(range(DISHES), 2)
        menu = [(f"Dish {index}", book[index]) for index in chosen]
        record = run(number, menu, start + datetime.timedelta(hours=2 * number), draw)
        sys.stdout.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
