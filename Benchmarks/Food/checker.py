"""The rules of the kitchen, applied to a plan's JSON."""

from datetime import datetime
from itertools import combinations

import reference
from contract import Meal, Way, meet


class Checker:
    """What is wrong with one plan."""

    def __init__(self, meal: Meal, plan: dict):
        self.meal = meal
        self.plan = plan
        self.faults: list[str] = []
        steps = {(entry["dish"], entry["step"]): entry for entry in plan["steps"]}
        self._expect(len(steps) == len(plan["steps"]) == len(meal.steps), "steps are missing")
        self.entries = [steps[step.label, step.id] for step in meal.steps]
        self.starts = [entry["startSeconds"] for entry in self.entries]
        self.ends = [entry["endSeconds"] for entry in self.entries]
        self.ways: list[Way] = [step.ways[entry["option"]]
                                for step, entry in zip(meal.steps, self.entries)]
        self.names = [f"{step.label}/{step.id}" for step in meal.steps]
        self.cooks = [[meal.cooks.index(cook) for cook in entry["cooks"]]
                      for entry in self.entries]
        self.origin = self._origin()

    def moves(self) -> list[str]:
        """The steps that could start earlier, the others staying, with nothing getting worse."""
        found = []
        for index, way in enumerate(self.ways):
            start = self.starts[index]
            for moment in sorted(t for t in self._moments(index) if 0 <= t < start):
                self.starts[index], self.ends[index] = moment, moment + way.duration
                self.faults = []
                self._check_times()
                self._check_figures(of_a_move=True)
                if not self.faults:
                    self._check_cooks()
                    self._check_equipment()
                if not self.faults:
                    found.append(f"{self.names[index]} could start at {moment}, not {start}")
                    break
            self.starts[index], self.ends[index] = start, start + way.duration
        self.faults = []
        return found

    def _moments(self, index: int) -> set[int]:
        """The earliest moments of all stretches in which a step may start."""
        others = [i for i in range(len(self.names)) if i != index]
        gaps = {0} | {sort.preheat for sort in self.meal.equipment.values()}
        moments = gaps | {self.starts[i] for i in others}
        moments |= {self.ends[i] + gap for i in others for gap in gaps}
        step = self.meal.steps[index]
        for lag in step.after:
            origin = (self.ends if lag.is_from_end else self.starts)[lag.other]
            if lag.minimum is not None:
                moments.add(origin + lag.minimum)
        for i in others:
            for lag in self.meal.steps[i].after:
                if lag.other == index and lag.maximum is not None:
                    length = self.ways[index].duration if lag.is_from_end else 0
                    moments.add(self.starts[i] - lag.maximum - length)
        if self.origin is not None:
            moments |= {end - self.origin for _, _, end in self.meal.away}
            if step.earliest is not None:
                moments.add(step.earliest - self.origin)
        return moments

    def check(self) -> list[str]:
        self._check_times()
        self._check_figures()
        self._check_cooks()
        self._check_equipment()
        self._check_preheats()
        options = [entry["option"] for entry in self.entries]
        self._expect(reference.accepts(self.meal, self.starts, options, self.origin),
                     "the reference model does not have this plan")
        return self.faults

    def _expect(self, holds: bool, message: str):
        if not holds:
            self.faults.append(message)

    def _origin(self) -> int | None:
        if self.plan["startAt"] is None:
            return None
        moment = datetime.fromisoformat(self.plan["startAt"].removesuffix("Z"))
        return round((moment - datetime(1970, 1, 1)).total_seconds())

    def _check_times(self):
        meal, plan = self.meal, self.plan
        for index, step in enumerate(meal.steps):
            name, start, end = self.names[index], self.starts[index], self.ends[index]
            self._expect(end - start == self.ways[index].duration, f"{name}: wrong length")
            self._expect(start >= 0, f"{name}: before the plan")
            for lag in step.after:
                gap = start - (self.ends if lag.is_from_end else self.starts)[lag.other]
                self._expect(lag.minimum is None or gap >= lag.minimum, f"{name}: too soon")
                self._expect(lag.maximum is None or gap <= lag.maximum, f"{name}: too late")
            if step.earliest is not None:
                self._expect(self.origin + start >= step.earliest, f"{name}: notBefore")
            if step.latest is not None:
                self._expect(self.origin + end <= step.latest, f"{name}: notAfter")
        if meal.start_at is not None:
            self._expect(self.origin == meal.start_at, "the start is not where it was asked for")
        if meal.serve_at is not None:
            self._expect(self.origin + plan["makespanSeconds"] == meal.serve_at, "served off time")

    def _check_figures(self, of_a_move: bool = False):
        plan = self.plan
        hold = 0
        for dish in self.meal.dishes:
            wait = plan["makespanSeconds"] + dish.offset - max(self.ends[i] for i in dish.steps)
            self._expect(wait >= 0, f"{dish.label}: late")
            self._expect(dish.hold_max is None or wait <= dish.hold_max, f"{dish.label}: holdMax")
            hold += wait if dish.is_hot else 0
        if not of_a_move:
            self._check_sums(hold)
        elif plan["objective"] == "hot":
            self._expect(plan["holdSeconds"] >= hold, "worse hold")

    def _check_sums(self, hold: int):
        plan = self.plan
        self._expect(plan["holdSeconds"] == hold, "holdSeconds")
        total = sum(way.duration for way in self.ways)
        self._expect(plan["sequentialSeconds"] == total, "sequentialSeconds")
        hands = sum(way.duration for way in self.ways if way.is_blocking)
        self._expect(plan["handsOnSeconds"] == hands, "handsOnSeconds")
        if plan["objective"] == "early":
            self._expect(plan["startSumSeconds"] == sum(self.starts), "startSumSeconds")

    def _check_cooks(self):
        away = [(who, start - self.origin, end - self.origin)
                for who, start, end in self.meal.away]
        for index, (name, way) in enumerate(zip(self.names, self.ways)):
            wanted = way.cooks if way.is_blocking and way.duration else 0
            cooks = self.cooks[index]
            self._expect(len(set(cooks)) == len(cooks) == wanted, f"{name}: cooks")
            if wanted and way.cook:
                self._expect(way.cook in self.entries[index]["cooks"], f"{name}: not {way.cook}")
            for who, start, end in away:
                if who in cooks:
                    self._expect(self.ends[index] <= start or end <= self.starts[index],
                                 f"{name}: by a cook who is away")
            if not way.is_blocking and not way.starts_itself:
                moment = self.starts[index]
                at_hand = any(
                    not any(who in self.cooks[i] and self.starts[i] < moment < self.ends[i]
                            for i in range(len(self.names)))
                    and not any(who == absent and start < moment < end
                                for absent, start, end in away)
                    for who in range(len(self.meal.cooks)))
                self._expect(at_hand, f"{name}: nobody starts it")
        for one, other in combinations(range(len(self.names)), 2):
            if self._overlap(one, other):
                self._expect(not set(self.cooks[one]) & set(self.cooks[other]),
                             f"{self.names[one]}, {self.names[other]}: one cook")

    def _overlap(self, one: int, other: int) -> bool:
        return self.starts[one] < self.ends[other] and self.starts[other] < self.ends[one]

    def _units(self, index: int, name: str) -> dict[int | None, int]:
        return {use["unit"]: use["units"] for use in self.entries[index]["uses"]
                if use["equipment"] == name}

    def _check_equipment(self):
        for name, sort in self.meal.equipment.items():
            users = [i for i, way in enumerate(self.ways) if way.duration and way.uses.get(name)]
            for index in users:
                units, wanted = self._units(index, name), self.ways[index].uses[name]
                self._expect(sum(units.values()) == wanted, f"{self.names[index]}: units")
                self._expect(sort.slots == 1 or len(units) == 1, f"{self.names[index]}: split")
                self._expect(all(u is None or 1 <= u <= sort.count for u in units),
                             f"{self.names[index]}: no such appliance")
                together = [i for i in users
                            if self.starts[i] <= self.starts[index] < self.ends[i]]
                total = sum(self.ways[i].uses[name] for i in together)
                self._expect(total <= sort.count * sort.slots, f"too many on {name}")
                for unit in units:
                    if unit is not None:
                        held = sum(self._units(i, name).get(unit, 0) for i in together)
                        self._expect(held <= sort.slots, f"{name} {unit} is too full")
                heat = self.ways[index].temperature
                self._expect(not heat or self.starts[index] >= sort.preheat,
                             f"{self.names[index]}: cold {name}")
            for one, other in combinations(users, 2):
                self._check_heat(one, other, name, sort.preheat)

    def _check_heat(self, one: int, other: int, name: str, preheat: int):
        heats = self.ways[one].temperature, self.ways[other].temperature
        shared = set(self._units(one, name)) & set(self._units(other, name)) - {None}
        if None in heats or meet(*heats) or not shared:
            return
        gap = max(self.starts[one] - self.ends[other], self.starts[other] - self.ends[one])
        self._expect(gap >= preheat, f"{self.names[one]}, {self.names[other]}: heat")

    def _check_preheats(self):
        for preheat in self.plan["preheats"]:
            sort = self.meal.equipment[preheat["equipment"]]
            self._expect(preheat["endSeconds"] - preheat["startSeconds"] == sort.preheat,
                         "a preheat of the wrong length")
            self._expect(preheat["startSeconds"] >= 0, "a preheat before the plan")
            self._expect(any(self.starts[i] == preheat["endSeconds"] and way.temperature
                             and preheat["unit"] in self._units(i, preheat["equipment"])
                             for i, way in enumerate(self.ways)), "a preheat for nothing")
        for index, way in enumerate(self.ways):
            for name in way.uses:
                if way.temperature and way.duration and self.meal.equipment[name].preheat:
                    for unit in self._units(index, name):
                        self._expect(any(p["equipment"] == name and p["unit"] == unit
                                         and p["endSeconds"] <= self.starts[index]
                                         for p in self.plan["preheats"]),
                                     f"{self.names[index]}: never preheated")
        first = min([0 if self.origin is not None and self.meal.start_at is not None else 10**9]
                    + self.starts + [p["startSeconds"] for p in self.plan["preheats"]])
        self._expect(first == 0, "nothing happens when the plan starts")
