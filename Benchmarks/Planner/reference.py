"""The same problems for CP-SAT, modelled as well as we know how.

Its best known settings for this class on one thread: `linearization_level=0` for the makespan, 2 for
the staleness.
"""

import copy
import math
from dataclasses import dataclass

from ortools.sat.python import cp_model


@dataclass
class Outcome:
    """What came of solving a problem; `seconds` leave out building the model."""

    status: str
    makespan: int | None = None
    second: int | None = None
    seconds: float = 0.0


class Model:
    """The constraints of a problem as the planner describes it."""

    def __init__(self, problem: dict):
        self.problem = problem
        self.model = cp_model.CpModel()
        self.activities = problem["activities"]
        self.durations = [activity["duration"] for activity in self.activities]
        horizon = self._horizon()
        model = self.model
        self.starts = [
            model.new_int_var(0, horizon, f"s{index}") for index in range(len(self.activities))
        ]
        self.ends = [start + length for start, length in zip(self.starts, self.durations)]
        self.intervals = [
            model.new_fixed_size_interval_var(start, length, f"i{index}")
            for index, (start, length) in enumerate(zip(self.starts, self.durations))
        ]
        self.completion = model.new_int_var(0, horizon, "completion")
        self._add_lags()
        self._add_resources()
        self._add_switch_points()
        self._add_groups(horizon)

    def _horizon(self) -> int:
        lags = (abs(lag.get(key) or 0) for lag in self.problem["lags"]
                for key in ("minimum", "maximum"))
        return sum(self.durations) + sum(lags) + 1

    def _add_lags(self):
        for lag in self.problem["lags"]:
            origin = (self.ends if lag["isFromEnd"] else self.starts)[lag["from"]]
            start = self.starts[lag["to"]]
            if lag.get("minimum") is not None:
                self.model.add(start >= origin + lag["minimum"])
            if lag.get("maximum") is not None:
                self.model.add(start <= origin + lag["maximum"])

    def _users(self, resource: int) -> list[tuple[int, int]]:
        """The activities that hold the resource, with the amount."""
        return [
            (index, amount)
            for index, activity in enumerate(self.activities)
            for held, amount in zip(activity["resources"], activity["amounts"])
            if held == resource and activity["duration"] > 0
        ]

    def _add_resources(self):
        for resource, capacity in enumerate(self.problem["capacities"]):
            users = self._users(resource)
            intervals = [self.intervals[index] for index, _ in users]
            if capacity == 1:
                self.model.add_no_overlap(intervals)
            else:
                self.model.add_cumulative(intervals, [amount for _, amount in users], capacity)

    def _add_switch_points(self):
        attendants = self.problem["attendants"]
        attended = [i for i, activity in enumerate(self.activities) if activity["isAttended"]]
        if not attended or not attendants:
            return
        model = self.model
        capacity = sum(self.problem["capacities"][resource] for resource in attendants)
        users = [user for resource in attendants for user in self._users(resource)]
        if capacity == 1:
            # An interval of no length may lie at the ends of the others, but not inside one.
            points = [
                model.new_fixed_size_interval_var(self.starts[index], 0, f"p{index}")
                for index in attended
            ]
            model.add_no_overlap([self.intervals[index] for index, _ in users] + points)
            return
        for index in attended:
            inside = []
            for user, amount in users:
                before = model.new_bool_var(f"before{index},{user}")
                after = model.new_bool_var(f"after{index},{user}")
                within = model.new_bool_var(f"within{index},{user}")
                model.add(self.starts[index] <= self.starts[user]).only_enforce_if(before)
                model.add(self.starts[index] >= self.ends[user]).only_enforce_if(after)
                model.add_bool_or(before, after, within)
                inside.append(amount * within)
            model.add(sum(inside) <= capacity - 1)

    def _sinks(self, group: dict) -> list[int]:
        """The activities of the group that may end last: nothing of it follows them."""
        members = set(group["activities"])
        followed = set()
        for lag in self.problem["lags"]:
            minimum = lag.get("minimum")
            if lag["isFromEnd"] and lag["to"] in members and minimum is not None and minimum >= 0:
                followed.add(lag["from"])
        return [index for index in group["activities"] if index not in followed]

    def _add_groups(self, horizon: int):
        model = self.model
        grouped = set()
        slacks = []
        for number, group in enumerate(self.problem["groups"]):
            grouped.update(group["activities"])
            ends = [self.ends[index] for index in self._sinks(group)]
            if len(ends) == 1:
                end = ends[0]
            else:
                end = model.new_int_var(0, horizon, f"g{number}")
                model.add_max_equality(end, ends)
            slack = self.completion + group["offset"] - end
            model.add(slack >= 0)
            if group.get("maximumSlack") is not None:
                model.add(slack <= group["maximumSlack"])
            slacks.append(group["weight"] * slack)
        for index, end in enumerate(self.ends):
            if index not in grouped:
                model.add(end <= self.completion)
        self.staleness = sum(slacks) + sum(self._standings(horizon))

    def _standings(self, horizon: int) -> list:
        """What stands beyond what it keeps, term by term, weighted."""
        model = self.model
        standings = []
        for number, term in enumerate(self.problem["standing"]):
            if term.get("keeps") is None:
                continue
            takings = [self.starts[taker] - minimum
                       for taker, minimum in zip(term["takers"], term["minima"])]
            taken = takings[0]
            if len(takings) > 1:
                taken = model.new_int_var(-horizon, horizon, f"t{number}")
                model.add_min_equality(taken, takings)
            standing = model.new_int_var(0, horizon, f"w{number}")
            model.add(standing >= taken - self.ends[term["activity"]] - term["keeps"])
            standings.append(term["weight"] * standing)
        return standings


def _scaled(problem: dict) -> tuple[dict, int]:
    """The problem in the largest unit that divides all its times, and that unit."""
    scaled = copy.deepcopy(problem)
    places = [(activity, "duration") for activity in scaled["activities"]]
    places += [(lag, key) for lag in scaled["lags"] for key in ("minimum", "maximum")]
    places += [(group, key) for group in scaled["groups"] for key in ("offset", "maximumSlack")]
    places += [(term, "keeps") for term in scaled["standing"]]
    minima = [minimum for term in scaled["standing"] for minimum in term["minima"]]
    unit = math.gcd(*(owner.get(key) or 0 for owner, key in places), *minima) or 1
    for owner, key in places:
        if owner.get(key) is not None:
            owner[key] //= unit
    for term in scaled["standing"]:
        term["minima"] = [minimum // unit for minimum in term["minima"]]
    return scaled, unit


def _solve(model: cp_model.CpModel, seconds: float, linearization: int):
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = linearization
    solver.parameters.max_time_in_seconds = seconds
    return solver, solver.solve(model)


def solve(problem: dict, seconds: float) -> Outcome:
    """Solves both levels, each within the limit."""
    problem, unit = _scaled(problem)
    outcome = _solve_levels(problem, seconds)
    if outcome.makespan is not None:
        outcome.makespan *= unit
    if outcome.second is not None:
        outcome.second *= unit
    return outcome


def _solve_levels(problem: dict, seconds: float) -> Outcome:
    model = Model(problem)
    model.model.minimize(model.completion)
    solver, status = _solve(model.model, seconds, linearization=0)
    outcome = Outcome("unknown", seconds=solver.wall_time)
    if status == cp_model.INFEASIBLE:
        outcome.status = "infeasible"
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return outcome
    outcome.status = "optimal" if status == cp_model.OPTIMAL else "feasible"
    outcome.makespan = round(solver.objective_value)
    if not problem["hasSecondLevel"] or status != cp_model.OPTIMAL:
        return outcome
    for start in model.starts:
        model.model.add_hint(start, solver.value(start))
    model.model.add(model.completion == outcome.makespan)
    model.model.minimize(model.staleness)
    solver, status = _solve(model.model, seconds, linearization=2)
    outcome.seconds += solver.wall_time
    outcome.status = "optimal" if status == cp_model.OPTIMAL else "feasible"
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        outcome.second = round(solver.objective_value)
    return outcome
