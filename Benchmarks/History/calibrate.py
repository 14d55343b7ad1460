"""Checks what is learned and what is promised against truths that souschef cannot see.

Each kitchen has dishes whose steps really take times drawn around a hidden length, with a spread of a
fifth; what is stored is off by up to a third. Twenty live runs are imported, then

- each learned estimate is compared with the hidden length: within 12 % for nine steps of ten;
- `plan --risk` promises a time by which nine meals of ten are served; so many meals are then cooked
  with true times (`cook --simulate --actuals`): 85 to 95 % should be served by then.
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

SPREAD = 0.2


class Kitchen:
    """Dishes with hidden truths, and a database of their history."""

    def __init__(self, souschef, folder, seed, dishes, steps):
        self.draw = random.Random(seed)
        self.souschef = souschef
        self.folder = pathlib.Path(folder)
        self.environment = dict(os.environ, TZ="UTC", SOUSCHEF_DB=str(self.folder / "kitchen.db"))
        self.truths, self.stored, self.kinds = {}, {}, {}
        for dish in range(dishes):
            for step in range(steps):
                key = (f"Dish {dish + 1}", f"step-{step + 1}")
                self.truths[key] = self.draw.uniform(240, 2400)
                self.stored[key] = round(self.truths[key] * self.draw.uniform(0.67, 1.33) / 60) * 60
                self.kinds[key] = self.draw.choice(["blocking", "waiting"])

    def run(self, *arguments):
        finished = subprocess.run([self.souschef, *arguments], env=self.environment,
                                  capture_output=True, text=True)
        if finished.returncode != 0:
            sys.exit(f"{arguments}: {finished.stderr}")
        return finished.stdout

    def true_time(self, key):
        return max(1, round(self.draw.gauss(self.truths[key], SPREAD * self.truths[key])))

    def stock(self, runs):
        """Stores the dishes and a history of live runs."""
        names = sorted({dish for dish, _ in self.truths})
        kitchen = self.folder / "kitchen.json"
        kitchen.write_text(json.dumps({
            "kitchen": {"cooks": 1},
            "dishes": [{"name": name, "steps": [
                {"id": step, self.kinds[dish, step]: f"{self.stored[dish, step]}s"}
                for dish, step in self.truths if dish == name]} for name in names],
            "meals": [{"name": "dinner", "dishes": names}]}))
        self.run("import", "--kitchen", str(kitchen))
        lines = []
        for number in range(runs):
            records, starts = [], {}
            for dish, step in self.truths:
                planned, actual = starts.get(dish, (0, 0))
                length, took = self.stored[dish, step], self.true_time((dish, step))
                records.append({
                    "dish": dish, "step": step, "kind": self.kinds[dish, step],
                    "status": "finished", "plannedStartSeconds": planned,
                    "plannedEndSeconds": planned + length, "actualStartSeconds": actual,
                    "actualEndSeconds": actual + took, "cooks": [], "endedBy": "cook"})
                starts[dish] = (planned + length, actual + took)
            lines.append(json.dumps({
                "format": "souschef.run/1", "meal": "dinner", "status": "finished",
                "mode": "live", "speed": 1, "startedAt": f"2026-01-{number + 1:02}T18:00:00Z",
                "steps": records}))
        history = self.folder / "history.jsonl"
        history.write_text("\n".join(lines) + "\n")
        self.run("history", "import", str(history))

    def learned_well(self):
        """How many steps there are, and how many were learned within 12 % of the truth."""
        learned = {(row["dish"], row["step"]): row["afterSeconds"]
                   for row in json.loads(self.run("learn", "--json"))}
        # What is not proposed is as it was.
        errors = [abs(learned.get(key, self.stored[key]) / truth - 1)
                  for key, truth in self.truths.items()]
        return len(errors), sum(error <= 0.12 for error in errors)

    def served(self, meals):
        """What was promised, and how many of so many meals kept it."""
        plan = json.loads(self.run("plan", "dinner", "--estimates", "learned", "--risk", "--json"))
        risk, in_time, planned = plan["risk"], 0, 0
        actuals = self.folder / "actuals.json"
        for _ in range(meals):
            actuals.write_text(json.dumps(
                {f"{dish}/{step}": f"{self.true_time((dish, step))}s"
                 for dish, step in self.truths}))
            said = self.run("cook", "dinner", "--estimates", "learned", "--simulate", "--json",
                            "--actuals", str(actuals))
            record = json.loads(said.strip().splitlines()[-1])
            in_time += record["actualSeconds"] <= risk["servingP90Seconds"]
            planned += record["actualSeconds"] <= plan["makespanSeconds"]
        return risk, in_time, planned


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--souschef", required=True)
    parser.add_argument("--kitchens", type=int, default=20)
    parser.add_argument("--meals", type=int, default=20, help="true meals in each kitchen")
    parser.add_argument("--history", type=int, default=20, help="live runs in each history")
    parser.add_argument("--dishes", type=int, default=3)
    parser.add_argument("--steps", type=int, default=4, help="steps a dish")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    steps = well = in_time = planned = 0
    chances = []
    for number in range(options.kitchens):
        with tempfile.TemporaryDirectory() as folder:
            kitchen = Kitchen(options.souschef, folder, options.seed * 1000 + number,
                              options.dishes, options.steps)
            kitchen.stock(options.history)
            count, good = kitchen.learned_well()
            steps, well = steps + count, well + good
            risk, kept, as_planned = kitchen.served(options.meals)
            in_time, planned = in_time + kept, planned + as_planned
            chances.append(risk["chanceInTime"])
    meals = options.kitchens * options.meals
    print(f"learned within 12 %: {well} of {steps} steps, {well / steps:.1%}")
    print(f"promised 90 %: {in_time} of {meals} meals, {in_time / meals:.1%}")
    print(f"as planned: promised {sum(chances) / len(chances):.1%}, "
          f"kept {planned} of {meals}, {planned / meals:.1%}")
    sys.exit(0 if well >= 0.9 * steps and 0.85 <= in_time / meals <= 0.95 else 1)


if __name__ == "__main__":
    main()
