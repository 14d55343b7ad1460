"""Live cooks that are killed while something is to be done."""

import json
import os
import pty
import random
import select
import signal
import subprocess
import time

from kitchen import Fault, Kitchen

SUPPER = """\
kitchen: {cooks: 1, equipment: {oven: {count: 1, slots: 2, preheat: 1s}, burner: 2, fridge: 2}}
dishes:
  - name: Salmon
    steps:
      - {id: season, blocking: 1s}
      - {id: chill, waiting: 2s, uses: {fridge: 1}}
      - {id: bake, waiting: 2s, uses: {oven: 1}, temperature: 200C}
  - name: Rice
    steps:
      - {id: boil, waiting: 2s, uses: {burner: 1}}
  - name: Pudding
    serveOffset: 3s
    steps:
      - {id: steam, waiting: 2s, uses: {oven: 1}, temperature: 120C}
meals:
  - {name: supper, dishes: [Salmon, Rice, Pudding]}
"""


class Cook:
    """A live cook with a terminal of its own, where somebody may press Enter."""

    def __init__(self, kitchen, *words):
        self.terminal, line = pty.openpty()
        self.process = subprocess.Popen(
            [kitchen.program, "cook", *words, "--plain"], cwd=kitchen.folder,
            env=kitchen.environment | {"TERM": "xterm"}, stdin=line, stdout=line, stderr=line,
            start_new_session=True)
        os.close(line)
        self.said = ""

    def listen(self, seconds):
        """Reads what is said for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                continue
            try:
                self.said += os.read(self.terminal, 65536).decode("utf-8", "replace")
            except OSError:
                return

    def wait_for(self, words):
        end = time.monotonic() + 30
        while words not in self.said:
            if time.monotonic() > end or self.process.poll() is not None:
                raise Fault(f"{words!r} was not said: {self.said}")
            self.listen(0.02)

    def press(self):
        os.write(self.terminal, b"\n")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.listen(0.05)
        os.close(self.terminal)


def pending(kitchen):
    """What the log of the first run says is due and not done: kind, dish and step of each act."""
    due = {}
    for row in kitchen.query(
            "SELECT run_event.kind, act, label, run_step.step FROM run_event "
            "LEFT JOIN run_dish ON run_dish.run_id = 1 AND run_dish.position = run_event.dish_position "
            "LEFT JOIN run_step ON run_step.run_id = 1 "
            "AND run_step.dish_position = run_event.dish_position "
            "AND run_step.position = run_event.step_position "
            "WHERE run_event.run_id = 1 AND act IS NOT NULL ORDER BY sequence"):
        if row["kind"] == "act.due":
            due[row["act"]] = (json.loads(row["act"])["act"], row["label"], row["step"])
        else:
            due.pop(row["act"], None)
    return sorted(due.values(), key=str)


def shown(kitchen):
    """What `run status` says is due; a course is served whole, and the log names no dish of it."""
    status = json.loads(kitchen.expect("run", "status", "--json"))
    return [("serve", None, None) if act["act"] == "serve"
            else (act["act"], act.get("dish"), act.get("step")) for act in status["acts"]]


def round_of(program, numbers, kills):
    """A run that is killed several times and cooked to its end; how many acts were pending in all."""
    kitchen = Kitchen(program)
    kitchen.write("supper.yaml", SUPPER)
    kitchen.expect("import", "supper.yaml", "--kitchen")
    words, count, killed, before = ["supper"], 0, 0, []
    while killed < kills:
        cook = Cook(kitchen, *words)
        cook.wait_for("Preparing" if words == ["supper"] else "Resumed")
        if words != ["supper"]:
            # Whatever was due before is due still.
            acts = shown(kitchen)
            lost = [act for act in before if act not in acts]
            if lost:
                raise Fault(f"due before the kill and not after it: {lost}; there are {acts}")
        for _ in range(numbers.randint(0, 3)):
            cook.listen(numbers.uniform(0, 1.5))
            if numbers.random() < 0.6:
                cook.press()
        cook.listen(numbers.uniform(0, 0.7))
        if cook.process.poll() is not None:
            cook.kill()
            break
        cook.kill()
        killed += 1
        kitchen.check()
        before = pending(kitchen)
        count += len(before)
        words = ["--resume"]
    status = kitchen.query("SELECT status FROM run WHERE id = 1")[0]["status"]
    if status != "finished":
        cook = Cook(kitchen, "--resume", "--auto")
        cook.wait_for("Resumed")
        while cook.process.poll() is None:
            cook.press()
            cook.listen(1.1)
            if "How was it" in cook.said:
                break
        cook.kill()
    log = kitchen.query(
        "SELECT kind FROM run_event WHERE run_id = 1 AND kind IN ('run.started', 'run.finished')")
    if [row["kind"] for row in log] != ["run.started", "run.finished"]:
        raise Fault(f"the log tells {log}")
    kitchen.check()
    kitchen.remove()
    return killed, count


def run(program, kills, seed):
    numbers = random.Random(seed)
    done, pendings, number = 0, 0, 0
    while done < kills:
        try:
            killed, count = round_of(program, numbers, min(5, kills - done))
        except Fault as fault:
            raise Fault(f"seed {seed}, run {number}: {fault}") from fault
        done, pendings, number = done + killed, pendings + count, number + 1
    return f"{done} kills in {number} live cooks, with {pendings} acts pending; all were there again"
