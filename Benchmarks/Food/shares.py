"""Who does what: the shares of the hands-on work, the steps staying where they are."""

from contract import Meal, Way
from ortools.sat.python import cp_model

# How many shares of one value are tried before the question stays open.
TRIES = 50


def figures(meal: Meal, starts: list[int], ways: list[Way], cooks: list[list[int]]):
    """The hands-on seconds of the busiest cook, and the hand-overs."""
    loads = [sum(way.duration for way, who in zip(ways, cooks) if cook in who)
             for cook in range(len(meal.cooks))]
    return max(loads), sum(not set(cooks[one]) & set(cooks[next_])
                           for one, next_ in _pairs(meal, starts, ways))


def fairest(meal: Meal, starts: list[int], ways: list[Way], origin: int | None):
    """Shares with the least figures, the best first, as long as there are any of interest."""
    model = cp_model.CpModel()
    hands = [i for i, way in enumerate(ways) if way.is_blocking and way.duration]
    does = {i: [model.new_bool_var("") for _ in meal.cooks] for i in hands}
    away = [(who, start - origin, end - origin) for who, start, end in meal.away]
    for index in hands:
        way, start = ways[index], starts[index]
        model.add(sum(does[index]) == way.cooks)
        if way.cook:
            model.add(does[index][meal.cooks.index(way.cook)] == 1)
        for who, begin, end in away:
            if start < end and begin < start + way.duration:
                model.add(does[index][who] == 0)
        for other in hands:
            if other < index and starts[other] < start + way.duration and (
                    start < starts[other] + ways[other].duration):
                for one, two in zip(does[index], does[other]):
                    model.add(one + two <= 1)
    for index, way in enumerate(ways):
        if not way.is_blocking and not way.starts_itself:
            moment = starts[index]
            at_hand = []
            for who in range(len(meal.cooks)):
                if any(who == absent and b < moment < e for absent, b, e in away):
                    continue
                free = model.new_bool_var("")
                for i in hands:
                    if starts[i] < moment < starts[i] + ways[i].duration:
                        model.add_implication(free, does[i][who].negated())
                at_hand.append(free)
            model.add_bool_or(at_hand)
    busiest = model.new_int_var(0, sum(way.duration * way.cooks for way in ways), "")
    for who in range(len(meal.cooks)):
        model.add(sum(ways[i].duration * does[i][who] for i in hands) <= busiest)
    handed = []
    for one, two in _pairs(meal, starts, ways):
        over = model.new_bool_var("")
        common = []
        for first, second in zip(does[one], does[two]):
            both = model.new_bool_var("")
            model.add_implication(both, first)
            model.add_implication(both, second)
            common.append(both)
        model.add_bool_or(common + [over])
        handed.append(over)
    model.minimize(busiest * (len(handed) + 1) + sum(handed))
    for _ in range(TRIES):
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = 20
        if solver.solve(model) != cp_model.OPTIMAL:
            return
        yield [[who for who, literal in enumerate(does[i]) if solver.boolean_value(literal)]
               if i in does else [] for i in range(len(ways))]
        model.add_bool_or(literal.negated() if solver.boolean_value(literal) else literal
                          for i in hands for literal in does[i])


def _pairs(meal: Meal, starts: list[int], ways: list[Way]):
    """Two hands-on steps of a dish, one after the other by their starts."""
    for dish in meal.dishes:
        steps = sorted((i for i in dish.steps if ways[i].is_blocking and ways[i].duration),
                       key=lambda i: (starts[i], i))
        yield from zip(steps, steps[1:])
