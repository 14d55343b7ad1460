"""The rules of the kitchen, applied to a plan's JSON."""

from datetime import datetime
from itertools import combinations, product

import reference
import shares
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
        self.held = [{name: {use["unit"]: use["units"] for use in entry["uses"]
                             if use["equipment"] == name} for name in meal.equipment}
                     for entry in self.entries]
        self.origin = self._origin()

    def moves(self) -> list[str]:
        """The steps that could start earlier, the others staying, with nothing getting worse."""
        found = []
        for index, way in enumerate(self.ways):
            start, cooks, held = self.starts[index], self.cooks[index], self.held[index]
            moments = self._moments(index).union(range(0, start, 60))
            for moment in sorted(t for t in moments if 0 <= t < start):
                self.starts[index], self.ends[index] = moment, moment + way.duration
                if self._could_be(index):
                    found.append(f"{self.names[index]} could start at {moment}, not {start}")
                    break
            self.starts[index], self.ends[index] = start, start + way.duration
            self.cooks[index], self.held[index] = cooks, held
        self.faults = []
        return found

    def unfair(self) -> list[str]:
        """What a fairer share of the hands-on work would be, the steps staying where they are."""
        given = shares.figures(self.meal, self.starts, self.ways, self.cooks)
        kept = self.cooks
        for self.cooks in shares.fairest(self.meal, self.starts, self.ways, self.origin):
            best = shares.figures(self.meal, self.starts, self.ways, self.cooks)
            if best >= given:
                self.cooks = kept
                return [f"shares {given}, none has less than {best}"] if best > given else []
            if not self.moves():
                self.cooks = kept
                return [f"shares {given}, {best} would do"]
        self.cooks = kept
        return []

    def _could_be(self, index: int) -> bool:
        """Whether a step could be where it is now, by any cooks and on any appliances."""
        self.faults = []
        self._check_times()
        self._check_figures(of_a_move=True)
        if self.faults:
            return False
        for self.cooks[index] in self._choices_of_cooks(index):
            self.faults = []
            self._check_cooks()
            if not self.faults:
                break
        else:
            return False
        for self.held[index] in self._choices_of_units(index):
            self.faults = []
            self._check_equipment()
            if not self.faults:
                return True
        return False

    def _choices_of_cooks(self, index: int):
        wanted = self.ways[index].cooks if self.cooks[index] else 0
        return (list(choice) for choice in combinations(range(len(self.meal.cooks)), wanted))

    def _choices_of_units(self, index: int):
        """Other appliances for those that the plan tells apart."""
        names = list(self.held[index])
        choices = []
        for name in names:
            units = self.held[index][name]
            if None in units or not units:
                choices.append([units])
                continue
            each = next(iter(units.values()))
            choices.append([dict.fromkeys(choice, each) for choice in combinations(
                range(1, self.meal.equipment[name].count + 1), len(units))])
        return (dict(zip(names, choice)) for choice in product(*choices))

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
        standing = sum(self._standing(index) for index in range(len(self.names)))
        if not of_a_move:
            self._check_sums(hold, standing)
        elif plan["objective"] == "hot":
            self._expect(plan["stalenessSeconds"] >= 2 * hold + standing, "worse staleness")

    def _stands(self, index: int) -> int | None:
        """How long what a step makes waits for the step that takes it up."""
        taken_up = [self.starts[taker] - least
                    for taker, least in self.meal.steps[index].taken_up_by]
        return min(taken_up) - self.ends[index] if taken_up else None

    def _standing(self, index: int) -> int:
        """What of that is beyond what it keeps."""
        stands, keeps = self._stands(index), self.ways[index].keeps
        return 0 if stands is None or keeps is None else max(0, stands - keeps)

    def _check_sums(self, hold: int, standing: int):
        plan = self.plan
        self._expect(plan["holdSeconds"] == hold, "holdSeconds")
        self._expect(plan["standingSeconds"] == standing, "standingSeconds")
        self._expect(plan["stalenessSeconds"] == 2 * hold + standing, "stalenessSeconds")
        for index, entry in enumerate(self.entries):
            self._expect(entry["keepsSeconds"] == self.ways[index].keeps,
                         f"{self.names[index]}: keepsSeconds")
            self._expect(entry["standsSeconds"] == self._stands(index),
                         f"{self.names[index]}: standsSeconds")
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
                self._expect(self.meal.cooks.index(way.cook) in cooks, f"{name}: not {way.cook}")
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
        return self.held[index][name]

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
