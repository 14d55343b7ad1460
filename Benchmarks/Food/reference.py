"""What a plan may be, for CP-SAT, straight from the documentation of the kitchen file."""

import math
from dataclasses import dataclass

from contract import Meal, Way, meet
from ortools.sat.python import cp_model


@dataclass
class Outcome:
    """What came of it: values found and bounds proved of both levels, in seconds."""

    status: str
    makespan: int | None = None
    makespan_bound: int | None = None
    second: int | None = None
    second_bound: int | None = None
    seconds: float = 0.0

    @property
    def is_infeasible(self) -> bool:
        """Whether there is no plan. With a makespan, CP-SAT contradicts itself."""
        return self.status == "infeasible" and self.makespan is None

    @property
    def is_open(self) -> bool:
        """Whether something is left to prove."""
        return self.status != "optimal" and not self.is_infeasible


class Model:
    """One meal. Times are in `unit` seconds from `origin`."""

    def __init__(self, meal: Meal):
        self.meal = meal
        self.model = cp_model.CpModel()
        self._choose_axis()
        self._add_steps()
        self._add_lags()
        self._add_cooks()
        self._add_equipment()
        self._add_serving()

    def _choose_axis(self):
        meal = self.meal
        numbers, reach = [], 0
        for step in meal.steps:
            reach += max(way.duration for way in step.ways)
            numbers += [way.duration for way in step.ways]
            numbers += [way.keeps for way in step.ways if way.keeps and step.taken_up_by]
            for lag in step.after:
                bounds = [abs(bound) for bound in (lag.minimum, lag.maximum) if bound is not None]
                numbers += bounds
                reach += sum(bounds)
            reach += sum(sort.preheat for sort in meal.equipment.values())
        for dish in meal.dishes:
            numbers += [dish.offset, dish.hold_max or 0]
        reach += max((dish.offset for dish in meal.dishes), default=0)
        numbers += [sort.preheat for sort in meal.equipment.values()]
        clock = [at for step in meal.steps for at in (step.earliest, step.latest) if at is not None]
        clock += [at for _, start, end in meal.away for at in (start, end)]
        anchor = meal.serve_at if meal.serve_at is not None else meal.start_at or 0
        self.is_serving_fixed = meal.serve_at is not None and meal.minds_the_clock
        if self.is_serving_fixed:
            reach += max((anchor - at for at in clock), default=0)
            origin = anchor - reach
        else:
            reach += max([0] + [at - anchor for at in clock])
            origin = anchor
        numbers += [at - anchor for at in clock]
        self.unit = math.gcd(*numbers) or 1
        self.origin = anchor - math.ceil((anchor - origin) / self.unit) * self.unit
        self.horizon = math.ceil(reach / self.unit) + 1
        if self.is_serving_fixed:
            self.begin = self.model.new_int_var(0, self.horizon, "begin")
            self.serve = (anchor - self.origin) // self.unit
        else:
            self.begin = 0
            self.serve = self.model.new_int_var(0, self.horizon, "serve")

    def scaled(self, length: int) -> int:
        return length // self.unit

    def at(self, moment: int) -> int:
        return (moment - self.origin) // self.unit

    def _add_steps(self):
        model = self.model
        self.starts, self.ends = [], []
        self.choices: list[list] = []  # by step, the literal of each way
        latest = self.horizon + max((self.scaled(d.offset) for d in self.meal.dishes), default=0)
        for number, step in enumerate(self.meal.steps):
            start = model.new_int_var(0, latest, f"start {number}")
            taken = [model.new_bool_var(f"way {number} {n}") for n in range(len(step.ways))]
            model.add_exactly_one(taken)
            end = start + sum(
                self.scaled(way.duration) * literal for way, literal in zip(step.ways, taken))
            model.add(start >= self.begin)
            if step.earliest is not None:
                model.add(start >= self.at(step.earliest))
            if step.latest is not None:
                model.add(end <= self.at(step.latest))
            self.starts.append(start)
            self.ends.append(end)
            self.choices.append(taken)

    def _add_lags(self):
        for start, step in zip(self.starts, self.meal.steps):
            for lag in step.after:
                origin = (self.ends if lag.is_from_end else self.starts)[lag.other]
                if lag.minimum is not None:
                    self.model.add(start >= origin + self.scaled(lag.minimum))
                if lag.maximum is not None:
                    self.model.add(start <= origin + self.scaled(lag.maximum))

    def _ways(self):
        for number, step in enumerate(self.meal.steps):
            for way, literal in zip(step.ways, self.choices[number]):
                yield number, way, literal

    def _interval(self, number: int, way: Way, literal):
        return self.model.new_optional_fixed_size_interval_var(
            self.starts[number], self.scaled(way.duration), literal, "")

    def _add_cooks(self):
        meal, model = self.meal, self.model
        hands = [(n, way, lit) for n, way, lit in self._ways()
                 if way.is_blocking and way.duration > 0]
        attended = [(n, way, lit) for n, way, lit in self._ways()
                    if not way.is_blocking and not way.starts_itself]
        is_alike = not meal.away and not any(way.cook for _, way, _ in hands)
        if is_alike and len(meal.cooks) > 1:
            intervals = [self._interval(*user) for user in hands]
            model.add_cumulative(intervals, [way.cooks for _, way, _ in hands], len(meal.cooks))
            for number, _, literal in attended:
                inside = []
                for user, way, taken in hands:
                    if user != number:
                        inside.append(way.cooks * self._is_inside(number, user, way, taken))
                model.add(sum(inside) <= len(meal.cooks) - 1).only_enforce_if(literal)
            return
        busy: list[list] = [[] for _ in meal.cooks]
        for number, way, literal in hands:
            shares = [model.new_bool_var("") for _ in meal.cooks]
            model.add(sum(shares) == way.cooks * literal)
            if way.cook:
                model.add_implication(literal, shares[meal.cooks.index(way.cook)])
            for share, intervals in zip(shares, busy):
                intervals.append(self._interval(number, way, share))
        for cook, intervals in enumerate(busy):
            for start, end in _merged((s, e) for who, s, e in meal.away if who == cook):
                intervals.append(model.new_fixed_size_interval_var(
                    self.at(start), self.scaled(end - start), ""))
        for number, _, literal in attended:
            at_hand = [model.new_bool_var("") for _ in meal.cooks]
            model.add_bool_or(at_hand).only_enforce_if(literal)
            # An interval of no length may lie at the ends of the others, but not inside one.
            for present, intervals in zip(at_hand, busy):
                intervals.append(model.new_optional_fixed_size_interval_var(
                    self.starts[number], 0, present, ""))
        for intervals in busy:
            model.add_no_overlap(intervals)

    def _is_inside(self, number: int, user: int, way: Way, taken):
        """A literal that is true where the start of a step is strictly inside another."""
        model = self.model
        before, behind, inside = (model.new_bool_var("") for _ in range(3))
        model.add(self.starts[number] <= self.starts[user]).only_enforce_if(before)
        model.add(self.starts[number] >= self.starts[user] + self.scaled(way.duration)
                  ).only_enforce_if(behind)
        model.add_bool_or(before, behind, inside, taken.negated())
        return inside

    def _add_equipment(self):
        model = self.model
        for name, sort in self.meal.equipment.items():
            users = [(n, way, lit) for n, way, lit in self._ways()
                     if way.duration > 0 and way.uses.get(name)]
            heated = [way.temperature for _, way, _ in users if way.temperature]
            for number, way, literal in users:
                if way.temperature:
                    model.add(self.starts[number] >= self.begin + self.scaled(sort.preheat)
                              ).only_enforce_if(literal)
            is_mixed = any(not meet(a, b) for a in heated for b in heated)
            if sort.slots == 1 and (sort.preheat == 0 or not is_mixed):
                model.add_cumulative([self._interval(*user) for user in users],
                                     [way.uses[name] for _, way, _ in users], sort.count)
                continue
            places = []
            for number, way, literal in users:
                inside = [model.new_bool_var("") for _ in range(sort.count)]
                wanted = way.uses[name] if sort.slots == 1 else 1
                model.add(sum(inside) == wanted * literal)
                places.append(inside)
            for unit in range(sort.count):
                model.add_cumulative(
                    [self._interval(n, way, inside[unit])
                     for (n, way, _), inside in zip(users, places)],
                    [1 if sort.slots == 1 else way.uses[name] for _, way, _ in users], sort.slots)
                self._keep_apart(users, places, unit, sort.preheat)

    def _keep_apart(self, users, places, unit, preheat):
        model = self.model
        for first, (one, way, _) in enumerate(users):
            for second in range(first + 1, len(users)):
                other, its, _ = users[second]
                if one == other or not way.temperature or not its.temperature:
                    continue
                if meet(way.temperature, its.temperature):
                    continue
                before, behind = model.new_bool_var(""), model.new_bool_var("")
                gap = self.scaled(preheat)
                model.add(self.starts[one] + self.scaled(way.duration) + gap <= self.starts[other]
                          ).only_enforce_if(before)
                model.add(self.starts[other] + self.scaled(its.duration) + gap <= self.starts[one]
                          ).only_enforce_if(behind)
                model.add_bool_or(before, behind, places[first][unit].negated(),
                                  places[second][unit].negated())

    def _add_serving(self):
        model = self.model
        model.add(self.serve >= self.begin)
        holds = []
        for number, dish in enumerate(self.meal.dishes):
            end = model.new_int_var(0, 2 * self.horizon, f"dish {number}")
            model.add_max_equality(end, [self.ends[index] for index in dish.steps])
            hold = self.serve + self.scaled(dish.offset) - end
            model.add(hold >= 0)
            if dish.hold_max is not None:
                model.add(hold <= self.scaled(dish.hold_max))
            if dish.is_hot:
                holds.append(hold)
        self.makespan = self.serve - self.begin
        self.staleness = 2 * sum(holds) + sum(self._standings())
        self.start_sum = sum(start - self.begin for start in self.starts)

    def _standings(self):
        """For each step and way, how long what it makes stands beyond what it keeps."""
        for number, step in enumerate(self.meal.steps):
            for way, literal in zip(step.ways, self.choices[number]):
                if way.keeps is None or not step.taken_up_by:
                    continue
                standing = self.model.new_int_var(0, 2 * self.horizon, f"standing {number}")
                limit = self.ends[number] + self.scaled(way.keeps) + standing
                first = []
                for taker, least in step.taken_up_by:
                    is_first = self.model.new_bool_var("")
                    self.model.add(self.starts[taker] - self.scaled(least) <= limit
                                   ).only_enforce_if(is_first, literal)
                    first.append(is_first)
                self.model.add_bool_or(first)
                yield standing


def _merged(windows):
    result: list[tuple[int, int]] = []
    for start, end in sorted(windows):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def solve(meal: Meal, is_early: bool, limit: float) -> Outcome:
    """Solves both levels, each within `limit` seconds on one thread."""
    built = Model(meal)
    model, unit = built.model, built.unit
    model.minimize(built.makespan)
    solver, status = _run(model, limit, linearization=0)
    outcome = Outcome(solver.status_name(status).lower(), seconds=solver.wall_time)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        outcome.makespan = round(solver.objective_value) * unit
        outcome.makespan_bound = math.ceil(solver.best_objective_bound - 1e-6) * unit
    if status != cp_model.OPTIMAL:
        return outcome
    for start in built.starts:
        model.add_hint(start, solver.value(start))
    model.add(built.makespan == outcome.makespan // unit)
    model.minimize(built.start_sum if is_early else built.staleness)
    solver, status = _run(model, limit, linearization=2)
    outcome.status = solver.status_name(status).lower()
    outcome.seconds += solver.wall_time
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        outcome.second = round(solver.objective_value) * unit
        outcome.second_bound = math.ceil(solver.best_objective_bound - 1e-6) * unit
    return outcome


def accepts(meal: Meal, starts: list[int], options: list[int], begin: int | None) -> bool:
    """Whether a plan, with its starts from its own beginning at `begin`, is one of the model's."""
    built = Model(meal)
    shift = 0 if begin is None or not built.is_serving_fixed else begin - built.origin
    for start, literals, moment, option in zip(built.starts, built.choices, starts, options):
        built.model.add(start * built.unit == moment + shift)
        built.model.add(literals[option] == 1)
    _, status = _run(built.model, 10, linearization=0)
    return status in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def _run(model, limit, linearization):
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = linearization
    solver.parameters.max_time_in_seconds = limit
    return solver, solver.solve(model)
