"""The rules of the kitchen, applied to what a run's record says happened.

A record does not tell which way of a step with options was taken, nor which of several ovens was used:
what no way and no oven could have done is a fault. Greatest distances, hold limits and starts that count
from an end still to come are not looked at, because reality can make them impossible to keep.
"""

from itertools import combinations

from contract import Meal, Way, meet


class LogChecker:
    """What is wrong with one record, given the true durations."""

    def __init__(self, meal: Meal, record: dict):
        self.meal = meal
        steps = {(entry["dish"], entry["step"]): entry for entry in record["steps"]}
        self.names = [f"{step.label}/{step.id}" for step in meal.steps]
        self.entries = [steps[step.label, step.id] for step in meal.steps]
        self.starts = [entry["actualStartSeconds"] for entry in self.entries]
        self.ends = [entry["actualEndSeconds"] for entry in self.entries]
        self.ways: list[list[Way]] = [
            [way for way in step.ways if way.is_blocking == (entry["kind"] == "blocking")
             and (way.cooks if way.is_blocking and way.duration else 0) == len(entry["cooks"])
             and (way.cook is None or not way.is_blocking or way.cook in entry["cooks"])]
            for step, entry in zip(meal.steps, self.entries)]
        self.faults: list[str] = []

    def check(self) -> list[str]:
        """All faults; none for a sound record."""
        self._expect(all(entry["status"] == "finished" for entry in self.entries), "unfinished")
        for name, ways in zip(self.names, self.ways):
            self._expect(bool(ways), f"{name}: no way is done by these cooks")
        if not self.faults:
            self._check_times()
            self._check_cooks()
            self._check_equipment()
        return self.faults

    def _expect(self, holds: bool, message: str):
        if not holds:
            self.faults.append(message)

    def _check_times(self):
        for index, step in enumerate(self.meal.steps):
            name, start = self.names[index], self.starts[index]
            lengths = {way.duration for way in self.ways[index]}
            self._expect(self.ends[index] - start in lengths, f"{name}: not its true length")
            self._expect(start >= 0, f"{name}: before the run")
            for lag in step.after:
                if lag.is_from_end and lag.minimum is not None and lag.minimum < 0:
                    continue
                gap = start - (self.ends if lag.is_from_end else self.starts)[lag.other]
                self._expect(lag.minimum is None or gap >= lag.minimum, f"{name}: too soon")

    def _check_cooks(self):
        busy = [i for i, entry in enumerate(self.entries)
                if entry["cooks"] and self.starts[i] < self.ends[i]]
        for one, other in combinations(busy, 2):
            shared = set(self.entries[one]["cooks"]) & set(self.entries[other]["cooks"])
            self._expect(not shared or not self._overlap(one, other),
                         f"{self.names[one]}, {self.names[other]}: one cook")
        for index, ways in enumerate(self.ways):
            if any(way.is_blocking or way.starts_itself for way in ways):
                continue
            moment = self.starts[index]
            taken = {cook for i in busy if self.starts[i] < moment < self.ends[i]
                     for cook in self.entries[i]["cooks"]}
            self._expect(len(taken) < len(self.meal.cooks), f"{self.names[index]}: nobody starts it")

    def _overlap(self, one: int, other: int) -> bool:
        return self.starts[one] < self.ends[other] and self.starts[other] < self.ends[one]

    def _check_equipment(self):
        for name, sort in self.meal.equipment.items():
            least = [min(way.uses.get(name, 0) for way in ways) for ways in self.ways]
            users = [i for i, units in enumerate(least) if units and self.starts[i] < self.ends[i]]
            for index in users:
                together = sum(least[i] for i in users
                               if self.starts[i] <= self.starts[index] < self.ends[i])
                self._expect(together <= sort.count * sort.slots,
                             f"{self.names[index]}: too many on {name}")
                heated = all(way.temperature for way in self.ways[index])
                self._expect(not heated or self.starts[index] >= sort.preheat,
                             f"{self.names[index]}: cold {name}")
            if sort.count > 1:
                continue
            for one, other in combinations(users, 2):
                self._expect(self._gap(one, other) >= sort.preheat or self._may_share(one, other),
                             f"{self.names[one]}, {self.names[other]}: heat")

    def _gap(self, one: int, other: int) -> int:
        return max(self.starts[one] - self.ends[other], self.starts[other] - self.ends[one])

    def _may_share(self, one: int, other: int) -> bool:
        return any(a.temperature is None or b.temperature is None
                   or meet(a.temperature, b.temperature)
                   for a in self.ways[one] for b in self.ways[other])
