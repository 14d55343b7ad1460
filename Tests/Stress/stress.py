"""Stress for souschef: many processes, kills, full disks, locks, and a board that is left alone.

Needs Python 3 alone; kills hit any call to the system where strace is there, full disks need root.
"""

import argparse
import os
import sys

import acts
import disk
import kills
import mixed
from kitchen import Fault


def soak(program, minutes):
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../BoardTests"))
    os.environ.setdefault("SOUSCHEF_PROGRAM", os.path.abspath(program))
    from soak import run
    return run(minutes)


def main():
    parser = argparse.ArgumentParser(prog="scripts/stress", description=__doc__)
    parser.add_argument("--program", default=".build/release/souschef")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("what", choices=["mixed", "kills", "acts", "full", "lock", "board", "all"])
    parser.add_argument("--rounds", type=int, default=100, help="of mixed commands")
    parser.add_argument("--processes", type=int, default=30, help="at once, of mixed commands")
    parser.add_argument("--kills", type=int, default=400)
    parser.add_argument("--live-kills", type=int, default=200, help="of cooks who are to do something")
    parser.add_argument("--pages", type=int, default=200, help="at most left on a full disk")
    parser.add_argument("--step", type=int, default=4, help="pages more each time")
    parser.add_argument("--seconds", type=int, default=60, help="that a lock is held")
    parser.add_argument("--minutes", type=int, default=45, help="that the board is left alone")
    options = parser.parse_args()
    parts = {
        "mixed": lambda: mixed.run(
            options.program, options.rounds, options.processes, options.seed),
        "kills": lambda: kills.run(options.program, options.kills, options.seed),
        "acts": lambda: acts.run(options.program, options.live_kills, options.seed),
        "full": lambda: disk.run_full(options.program, options.pages, options.step),
        "lock": lambda: disk.run_lock(options.program, options.seconds),
        "board": lambda: soak(options.program, options.minutes),
    }
    for name, part in parts.items():
        if options.what in (name, "all"):
            try:
                print(f"{name}: {part()}", flush=True)
            except Fault as fault:
                sys.exit(f"{name}: {fault}")


main()
