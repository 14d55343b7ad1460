"""Asks souschef and sqlite3 the same questions of a long history, and compares answers and times.

Each question is asked of both as a whole process, several times in turn; the table has the medians in
milliseconds. Last comes how many events a run writes in a second beside a long history and beside none. A question is within the bound where souschef takes less than 100 ms, or 1.5 times what
sqlite3 takes for SQL that was written by hand for it. The answers must be equal, row by row.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
NOW = "2022-10-24T00:00:00Z"
BOUND_MS, BOUND_RATIO = 100, 1.5

RUN_COLUMNS = """run.id AS id, meal, status, mode, replace(run.started_at, '.000Z', 'Z') AS startedAt,
  planned_seconds AS plannedSeconds, actual_seconds AS actualSeconds, replans,
  (SELECT rating FROM run_edit WHERE run_id = run.id AND withdrawn_at IS NULL AND kind = 'rated'
    ORDER BY id DESC LIMIT 1) AS rating, hands_on_seconds AS handsOnSeconds,
  elapsed_seconds AS elapsedSeconds, hold_seconds AS holdSeconds,
  bottleneck_dish AS bottleneckDish, bottleneck_step AS bottleneckStep,
  bottleneck_seconds AS bottleneckSeconds"""


def runs(condition, source="run", order="run.started_at DESC, run.id DESC", limit=-1):
    return (f"SELECT {RUN_COLUMNS} FROM {source} WHERE removed_at IS NULL AND {condition} "
            f"ORDER BY {order} LIMIT {limit}")


def quantile(rank):
    """The time of a rank among the numbered ones of each step."""
    return f"max(iif(place = {rank}, seconds, NULL))"


# Over all finished steps of live runs, numbered by their length.
STATS = """
WITH numbered AS (
  SELECT dish_key, step, seconds, deviation_seconds,
    row_number() OVER (PARTITION BY dish_key, step ORDER BY seconds) AS place,
    count(*) OVER (PARTITION BY dish_key, step) AS n
  FROM step_time WHERE simulated = 0 AND {condition})
SELECT dish_key, step, n, {median} AS medianSeconds, {p10} AS p10Seconds, {p90} AS p90Seconds
FROM numbered GROUP BY dish_key, step ORDER BY dish_key, step"""


def stats(condition="TRUE"):
    return STATS.format(condition=condition, median=quantile("(n + 1) / 2"),
                        p10=quantile("(n + 9) / 10"), p90=quantile("(n * 9 + 9) / 10"))


MEALS = """
WITH numbered AS (
  SELECT meal, started_at, actual_seconds - planned_seconds AS late,
    row_number() OVER (PARTITION BY meal_key ORDER BY actual_seconds - planned_seconds) AS place,
    count(*) OVER (PARTITION BY meal_key) AS n
  FROM run WHERE removed_at IS NULL AND status = 'finished' AND (mode = 'simulated') = 0)
SELECT meal, n AS runs, max(iif(place = (n + 1) / 2, late, NULL)) AS medianLateSeconds,
  max(iif(place = (n * 9 + 9) / 10, late, NULL)) AS p90LateSeconds
FROM numbered GROUP BY meal ORDER BY meal"""

DISHES = """
SELECT dish, runs, replace(last_at, '.000Z', 'Z') AS lastAt FROM (
  SELECT dish, sum(runs) AS runs, max(last_at) AS last_at FROM dish_summary WHERE runs > 0
  GROUP BY dish_key)
WHERE {condition} ORDER BY dish"""

STEPS = """
SELECT label AS dish, step, kind, run_step.status, planned_start_seconds AS plannedStartSeconds,
  planned_end_seconds AS plannedEndSeconds, actual_start_seconds AS actualStartSeconds,
  actual_end_seconds AS actualEndSeconds, ended_by AS endedBy
FROM run_step JOIN run_dish
  ON run_dish.run_id = run_step.run_id AND run_dish.position = dish_position
WHERE run_step.run_id = {run} ORDER BY dish_position, run_step.position"""

COMPARE = """
SELECT a.label || '/' || x.step AS what, x.actual_end_seconds - x.actual_start_seconds AS aSeconds
FROM run_step AS x JOIN run_dish AS a ON a.run_id = x.run_id AND a.position = x.dish_position
WHERE x.run_id = 50000 ORDER BY dish_position, x.position"""

# What may teach, with the weights that learning gives by age.
LEARN = """
WITH sample AS (
  SELECT run_dish.dish_key, step, run.id,
    actual_end_seconds - actual_start_seconds AS seconds,
    row_number() OVER (PARTITION BY run_dish.dish_key, step
      ORDER BY run_dish.started_at DESC, run.id DESC) AS age
  FROM run JOIN run_dish ON run_dish.run_id = run.id
  JOIN run_step ON run_step.run_id = run.id AND dish_position = run_dish.position
  WHERE removed_at IS NULL AND run.status = 'finished' AND mode = 'live'
    AND speed_thousandths = 1000 AND run_step.status = 'finished' AND ended_by = 'cook'
    AND {condition}
    AND NOT EXISTS (SELECT 1 FROM run_event WHERE run_event.run_id = run.id
      AND kind IN ('run.paused', 'run.interrupted')
      AND elapsed_seconds BETWEEN actual_start_seconds AND actual_end_seconds))
SELECT dish_key, step, count(*) AS n FROM sample WHERE age <= 200
GROUP BY dish_key, step HAVING count(*) >= 5 ORDER BY dish_key, step"""


def pick(rows, *keys):
    return [{key: row[key] for key in keys} for row in rows]


def same(rows):
    return rows


def listed(rows):
    told = pick(rows, "id", "meal", "status", "mode", "startedAt", "plannedSeconds",
                "actualSeconds", "replans", "rating", "handsOnSeconds", "elapsedSeconds",
                "holdSeconds")
    for row, run in zip(told, rows):
        for ours, theirs in (("Dish", "dish"), ("Step", "step"), ("Seconds", "lengthSeconds")):
            row["bottleneck" + ours] = (run["bottleneck"] or {}).get(theirs)
    return told


def told(rows):
    return sorted(
        ({"dish_key": row["dish"].lower(), "step": row["step"], "n": row["n"],
          "medianSeconds": row["medianSeconds"], "p10Seconds": row["p10Seconds"],
          "p90Seconds": row["p90Seconds"]} for row in rows),
        key=lambda row: (row["dish_key"], row["step"]))


def learnt(rows):
    # Outliers are left out of n and told beside it.
    return sorted(
        ({"dish_key": row["dish"].lower(), "step": row["step"],
          "n": row["n"] + len(row["outliers"])} for row in rows),
        key=lambda row: (row["dish_key"], row["step"]))


def view(sql):
    return (sql[:44], ["db", "query", sql], sql, same)


def questions():
    dish = "run_dish CROSS JOIN run ON run.id = run_dish.run_id"
    return [
        ("list --limit 20", ["history", "list", "--limit", "20"], runs("TRUE", limit=20), listed),
        ("list", ["history", "list"], runs("TRUE"), listed),
        ("list --dish", ["history", "list", "--dish", "Dish 7"],
         runs("dish_key = 'dish 7'", dish), listed),
        ("list --meal", ["history", "list", "--meal", "meal 7"], runs("meal_key = 'meal 7'"), listed),
        ("list --since", ["history", "list", "--since", "last month"],
         runs("started_at >= '2022-09-01T00:00:00.000Z'"), listed),
        ("list --until", ["history", "list", "--until", "2000-03"],
         runs("started_at < '2000-04-01T00:00:00.000Z'"), listed),
        ("list --status", ["history", "list", "--status", "aborted"], runs("status = 'aborted'"),
         listed),
        ("list --simulated --limit", ["history", "list", "--simulated", "--limit", "50"],
         runs("mode = 'simulated'", limit=50), listed),
        ("list of all", ["history", "list", "--dish", "Dish 7", "--meal", "meal 7", "--status",
                         "finished", "--no-simulated", "--since", "2005"],
         runs("dish_key = 'dish 7' AND meal_key = 'meal 7' AND status = 'finished' "
              "AND mode IN ('live', 'scaled') AND run.started_at >= '2005-01-01T00:00:00.000Z'",
              dish), listed),
        ("dishes", ["history", "dishes"], DISHES.format(condition="TRUE"),
         lambda rows: sorted(pick(rows, "dish", "runs", "lastAt"), key=lambda row: row["dish"])),
        ("dishes --not-since", ["history", "dishes", "--not-since", "2d"],
         DISHES.format(condition="last_at < '2022-10-22T00:00:00.000Z'"),
         lambda rows: sorted(pick(rows, "dish", "runs", "lastAt"), key=lambda row: row["dish"])),
        ("show", ["history", "show", "50000"], STEPS.format(run=50000),
         lambda run: pick(run["steps"], "dish", "step", "kind", "status", "plannedStartSeconds",
                          "plannedEndSeconds", "actualStartSeconds", "actualEndSeconds",
                          "endedBy")),
        ("stats DISH", ["history", "stats", "Dish 7", "--no-simulated"],
         stats("dish_key = 'dish 7'"), told),
        ("stats DISH/STEP", ["history", "stats", "Dish 7/step-3", "--no-simulated"],
         stats("dish_key = 'dish 7' AND step = 'step-3'"), told),
        ("stats", ["history", "stats", "--no-simulated"], stats(), told),
        ("meals (lateness)", ["history", "meals", "--no-simulated"], MEALS,
         lambda rows: sorted(pick(rows, "meal", "runs", "medianLateSeconds", "p90LateSeconds"),
                             key=lambda row: row["meal"])),
        ("compare", ["history", "compare", "50000", "60000"], COMPARE,
         lambda rows: pick([row for row in rows if row["aSeconds"] is not None and "/" in row["what"]],
                           "what", "aSeconds")),
        ("learn DISH", ["learn", "Dish 7"], LEARN.format(condition="dish_key = 'dish 7'"), learnt),
        ("learn", ["learn"], LEARN.format(condition="TRUE"), learnt),
        view("SELECT * FROM dish_overview ORDER BY id"),
        view("SELECT * FROM run_overview WHERE meal = 'meal 7' ORDER BY started_at DESC LIMIT 20"),
        view("SELECT * FROM run_step_overview WHERE run_id = 50000"),
        view("SELECT * FROM step_statistics WHERE dish_key = 'dish 7'"),
        view("SELECT * FROM step_statistics"),
    ]


def timed(command, environment):
    """Milliseconds of the wall and of the processor, and what was said."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{command} failed with {process.returncode}")
        out.seek(0)
        return wall * 1000, (used.ru_utime + used.ru_stime) * 1000, out.read()


def make(souschef, database, count, environment):
    """A database with so many runs of ten steps."""
    with tempfile.TemporaryDirectory() as folder:
        history, kitchen = f"{folder}/history.jsonl", f"{folder}/kitchen.json"
        with open(history, "w") as file:
            subprocess.run([sys.executable, HERE / "generate.py", "--runs", str(count),
                            "--kitchen", kitchen], stdout=file, check=True)
        for command in [["import", "--kitchen", kitchen], ["history", "import", history]]:
            wall, cpu, _ = timed([souschef, *command, "--db", database], environment)
            print(f"{' '.join(command[:-1])}: {wall / 1000:.1f} s, {cpu / 1000:.1f} s of processor")


def move(souschef, database, environment):
    """Out, into a new database, out again: the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        files, other = [f"{folder}/{name}.jsonl" for name in ("out", "again")], f"{folder}/new.db"
        for command in [["history", "export", "-o", files[0], "--db", database],
                        ["history", "import", files[0], "--db", other],
                        ["history", "export", "-o", files[1], "--db", other]]:
            wall, cpu, _ = timed([souschef, *command], environment)
            print(f"history {command[1]}: {wall / 1000:.1f} s, {cpu / 1000:.1f} s of processor")
        same = subprocess.run(["cmp", *files]).returncode == 0
        print("the same bytes" if same else "OTHER BYTES")
        return same


def meal_to_append(folder, dishes=20, steps=10):
    """A kitchen file of a meal whose run has an event for each start and end of so many steps."""
    path = f"{folder}/append.json"
    names = [f"Append {number}" for number in range(dishes)]
    with open(path, "w") as file:
        json.dump({"dishes": [{"name": name, "steps": [
            {"id": f"s{step}", "waiting": f"{step + 1}m"} for step in range(steps)]}
            for name in names], "meals": [{"name": "append", "dishes": names}]}, file)
    return path


def appends(souschef, database, times, environment):
    """Events a second that a run writes, each durable before the next, on a new database and on a copy
    of the long one; whole processes in turn."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(database))) as folder:
        databases = {"new": f"{folder}/new.db", "long": f"{folder}/long.db"}
        shutil.copyfile(database, databases["long"])
        file, rates, used = meal_to_append(folder), {"new": [], "long": []}, {"new": [], "long": []}
        for path in databases.values():
            timed([souschef, "import", file, "--db", path], environment)
        for _ in range(times):
            for name, path in databases.items():
                wall, cpu, out = timed([souschef, "cook", "append", "--simulate", "--policy", "in-order",
                                        "--json", "--db", path], environment)
                events = sum(line.startswith(b'{"event"') for line in out.splitlines())
                rates[name].append(1000 * events / wall)
                used[name].append(1000 * cpu / events)
    new, long = [statistics.median(rates[name]) for name in ("new", "long")]
    new_cpu, long_cpu = [statistics.median(used[name]) for name in ("new", "long")]
    good = long > new / BOUND_RATIO
    print(f"appends a second: {new:.0f} on a new database ({new_cpu:.0f} us of processor each), "
          f"{long:.0f} on the long one ({long_cpu:.0f} us), ratio {long / new:.2f}  "
          f"{'within' if good else 'BEYOND'}")
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--souschef", required=True)
    parser.add_argument("--database", help="a database to keep; made where it is not there")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--move", action="store_true", help="also export, import and export")
    options = parser.parse_args()
    environment = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory() as folder:
        database = options.database or f"{folder}/history.db"
        if not os.path.exists(database):
            make(options.souschef, database, options.runs, environment)
        failures = 0
        print(f"{'question':44} {'souschef':>9} {'(cpu)':>8} {'sqlite3':>9} {'(cpu)':>8} "
              f"{'ratio':>6}  answers  bound")
        for name, arguments, sql, shape in questions():
            ours, theirs = [], []
            command = [options.souschef, *arguments, "--json", "--db", database, "--now", NOW]
            for _ in range(options.times):
                ours.append(timed(command, environment))
                theirs.append(timed(["sqlite3", "-readonly", "-json", database, sql], environment))
            equal = shape(json.loads(ours[0][2])) == json.loads(theirs[0][2] or "[]")
            (wall, cpu), (wall2, cpu2) = [
                [statistics.median(time[part] for time in times) for part in (0, 1)]
                for times in (ours, theirs)]
            good = equal and (wall < BOUND_MS or wall < BOUND_RATIO * wall2)
            failures += not good
            print(f"{name:44} {wall:9.1f} {cpu:8.1f} {wall2:9.1f} {cpu2:8.1f} {wall / wall2:6.2f}  "
                  f"{'equal' if equal else 'DIFFER':7}  {'within' if good else 'BEYOND'}", flush=True)
        failures += not appends(options.souschef, database, options.times, environment)
        if options.move:
            failures += not move(options.souschef, database, environment)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
