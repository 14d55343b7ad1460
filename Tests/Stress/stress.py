"""Stress for the storage of souschef: many processes, kills, full disks, locks.

Needs Python 3 alone; kills hit any call to the system where strace is there, full disks need root.
"""

import argparse
import sys

import acts
import disk
import kills
import mixed
from kitchen import Fault


def main():
    parser = argparse.ArgumentParser(prog="scripts/stress", description=__doc__)
    parser.add_argument("--program", default=".build/release/souschef")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("what", choices=["mixed", "kills", "acts", "full", "lock", "all"])
    parser.add_argument("--rounds", type=int, default=100, help="of mixed commands")
    parser.add_argument("--processes", type=int, default=30, help="at once, of mixed commands")
    parser.add_argument("--kills", type=int, default=400)
    parser.add_argument("--live-kills", type=int, default=200, help="of cooks who are to do something")
    parser.add_argument("--pages", type=int, default=200, help="at most left on a full disk")
    parser.add_argument("--step", type=int, default=4, help="pages more each time")
    parser.add_argument("--seconds", type=int, default=60, help="that a lock is held")
    options = parser.parse_args()
    parts = {
        "mixed": lambda: mixed.run(
            options.program, options.rounds, options.processes, options.seed),
        "kills": lambda: kills.run(options.program, options.kills, options.seed),
        "acts": lambda: acts.run(options.program, options.live_kills, options.seed),
        "full": lambda: disk.run_full(options.program, options.pages, options.step),
        "lock": lambda: disk.run_lock(options.program, options.seconds),
    }
    for name, part in parts.items():
        if options.what in (name, "all"):
            try:
                print(f"{name}: {part()}", flush=True)
            except Fault as fault:
                sys.exit(f"{name}: {fault}")


main()
