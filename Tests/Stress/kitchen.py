"""A throwaway kitchen for stress: the program under test on a database of its own."""

import json
import os
import re
import shutil
import subprocess
import tempfile

EGG = """\
dishes:
  - {name: Egg, steps: [{id: boil, waiting: 2s}, {id: rest, waiting: 2s}, {id: cool, waiting: 2s}]}
"""


class Fault(Exception):
    """Something that must not happen."""


class Kitchen:
    """A folder with a database, and the program to work on it."""

    def __init__(self, program, folder=None):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="souschef-stress-", dir=folder)
        self.database = os.path.join(self.folder, "kitchen.db")
        self.environment = {
            "HOME": self.folder, "SOUSCHEF_DB": self.database, "PATH": os.environ["PATH"],
            "TZ": "UTC", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
        }

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def start(self, *words, before=(), stdout=subprocess.PIPE, stderr=subprocess.PIPE):
        return subprocess.Popen(
            [*before, self.program, *words], cwd=self.folder, env=self.environment,
            stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, text=True)

    def run(self, *words, before=(), timeout=300):
        """The exit code (negative for a signal), the output and the errors of a command."""
        process = self.start(*words, before=before)
        output, errors = process.communicate(timeout=timeout)
        return process.returncode, output, errors

    def expect(self, *words, codes=(0,)):
        code, output, errors = self.run(*words)
        if code not in codes:
            raise Fault(f"{' '.join(words)}: exit {code}: {errors or output}")
        return output

    def query(self, sql):
        return json.loads(self.expect("db", "query", "--json", sql))

    def export(self):
        """What is stored of dishes, meals and the kitchen."""
        return self.expect("export", "--format", "json")

    def check(self):
        """Holds the database to be sound, by SQLite and by the program."""
        if self.query("PRAGMA integrity_check") != [{"integrity_check": "ok"}]:
            raise Fault("integrity_check: " + str(self.query("PRAGMA integrity_check")))
        self.expect("doctor")

    def leftovers(self):
        """Files beside the database that are neither it nor a copy that somebody asked for."""
        temporary = re.compile(r"\.(partial|examined)(-wal|-shm|-journal)?$|-cook-[0-9a-f]{16}$")
        return [name for name in os.listdir(self.folder) if temporary.search(name)]


def events(output):
    """The events that a cook has announced, as (kind, elapsed, text)."""
    found = []
    for line in output.splitlines():
        if line.startswith('{"event"') and line.endswith("}"):
            event = json.loads(line)
            found.append((event["event"], event["elapsedSeconds"], event["text"]))
    return found


def stored_events(kitchen, run):
    rows = kitchen.query(
        "SELECT kind, elapsed_seconds AS elapsed, text FROM run_event "
        f"WHERE run_id = {run} ORDER BY sequence")
    return [(row["kind"], row["elapsed"], row["text"]) for row in rows]


def missing(announced, stored):
    """What was announced and is not stored in the same order."""
    rest = iter(stored)
    return [event for event in announced if not any(event == other for other in rest)]
