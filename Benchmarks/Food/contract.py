"""A kitchen file, read as its documentation says and with nothing of the planner's code."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction

HEATS = {"oven", "burner", "hob", "stove", "cooktop", "microwave", "grill", "broiler", "barbecue",
         "air fryer", "fryer", "deep fryer", "steamer", "slow cooker", "pressure cooker",
         "rice cooker", "toaster", "griddle", "kettle", "smoker", "sous vide"}
CHILLS = {"fridge", "refrigerator", "freezer", "chiller", "blast chiller", "ice bath", "cool box"}
UNITS = {"": 60, "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400}


def seconds(text) -> int:
    """A duration; a bare number is minutes."""
    if isinstance(text, (int, float)):
        return round(text * 60)
    text = str(text).strip()
    if text.startswith("-"):
        return -seconds(text[1:])
    if text.startswith("PT"):
        text = text[2:].lower()
    if match := re.fullmatch(r"(\d+):(\d\d)", text):
        return int(match[1]) * 3600 + int(match[2]) * 60
    parts = re.findall(r"(\d+(?:\.\d+)?)\s*(min|[smhd]?)", text)
    if not parts or "".join(a + b for a, b in parts) != text.replace(" ", ""):
        raise ValueError(f"no duration: {text!r}")
    return round(sum(Fraction(number) * UNITS[unit] for number, unit in parts))


def likely(value) -> int:
    """What a plan uses of an estimate: the likely value, or the middle of a plain range."""
    if isinstance(value, dict):
        if "likely" in value:
            return seconds(value["likely"])
        return round(Fraction(seconds(value["min"]) + seconds(value["max"]), 2))
    if isinstance(value, str) and (match := re.fullmatch(r"([^-]+)-([^-]+)", value)):
        low, high = match[1], match[2]
        unit = re.search(r"[a-z]+$", high)
        if unit and low[-1].isdigit() and ":" not in low:
            low += unit[0]
        return round(Fraction(seconds(low) + seconds(high), 2))
    return seconds(value)


def temperature(text: str) -> tuple[Fraction, Fraction]:
    """The range in degrees Celsius: 4 either side of a single temperature, else the range."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?([CF])", text)

    def celsius(number):
        degrees = Fraction(number)
        return degrees if match[3] == "C" else (degrees - 32) * 5 / 9

    if match[2] is None:
        return celsius(match[1]) - 4, celsius(match[1]) + 4
    return celsius(match[1]), celsius(match[2])


def meet(a, b) -> bool:
    """Whether one oven can serve both ranges."""
    return a[0] <= b[1] and b[0] <= a[1]


@dataclass
class Way:
    """One way to do a step."""

    is_blocking: bool
    duration: int
    uses: dict[str, int]
    temperature: tuple | None
    cooks: int
    cook: str | None
    starts_itself: bool
    keeps: int | None = 0  # seconds that what it makes may stand; None: without end


@dataclass
class Lag:
    """A distance from another step; `other` is its index."""

    other: int
    is_from_end: bool
    minimum: int | None
    maximum: int | None


@dataclass
class Step:
    """A step; `earliest` and `latest` limit its start and end, in seconds since the epoch."""

    dish: int
    label: str
    id: str
    ways: list[Way]
    after: list[Lag] = field(default_factory=list)
    earliest: int | None = None
    latest: int | None = None
    # The steps that take up what it makes, each with the wait that is asked for between them.
    taken_up_by: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Dish:
    """What is served."""

    label: str
    is_hot: bool
    offset: int
    hold_max: int | None
    steps: list[int]


@dataclass
class Equipment:
    """Appliances of a kind."""

    count: int
    slots: int
    preheat: int
    heat: str  # heats, chills or none


@dataclass
class Meal:
    """All that a plan must respect."""

    cooks: list[str]
    away: list[tuple[int, int, int]]  # cook, from, to
    equipment: dict[str, Equipment]
    dishes: list[Dish]
    steps: list[Step]
    minds_the_clock: bool
    start_at: int | None  # fixed start
    serve_at: int | None  # fixed serving time


def read(document: dict, now: datetime, start_at: datetime | None = None,
         serve_at: datetime | None = None) -> Meal:
    """The meal of a file, whose only meal or else all of whose dishes are cooked."""
    reference = serve_at or start_at or now
    kitchen = document["kitchen"]
    cooks = kitchen.get("cooks", 1)
    names = [f"cook {n + 1}" for n in range(cooks)] if isinstance(cooks, int) else cooks
    equipment = {}
    for name, value in kitchen.get("equipment", {}).items():
        value = value if isinstance(value, dict) else {"count": value}
        equipment[name] = Equipment(value.get("count", 1), value.get("slots", 1),
                                    seconds(value.get("preheat", 0)),
                                    value.get("heat") or heat(name))
    away = []
    for absence in kitchen.get("away", []):
        end = nearest(absence["to"], reference)
        start = nearest(absence["from"], end)
        if start >= end:
            start -= timedelta(days=1)
        away.append((names.index(absence["cook"]), stamp(start), stamp(end)))
    listed = {dish["name"]: dish for dish in document["dishes"]}
    order = (document["meals"][0]["dishes"] if document.get("meals") else list(listed))
    dishes, steps, clocks = [], [], bool(away)
    seen: dict[str, int] = {}
    for name in order:
        seen[name] = seen.get(name, 0) + 1
        label = name if seen[name] == 1 else f"{name} ({seen[name]})"
        dish = listed[name]
        members = []
        for entry in _entries(dish):
            ways = [_way(option) for option in entry.get("options", [entry])]
            step = Step(len(dishes), label, entry["id"], ways)
            before = [nearest(owner["notBefore"], reference) for owner in (entry, dish)
                      if "notBefore" in owner]
            after = [nearest(owner["notAfter"], reference) for owner in (entry, dish)
                     if "notAfter" in owner]
            clocks = clocks or bool(before or after)
            step.earliest = max(map(stamp, before), default=None)
            step.latest = min(map(stamp, after), default=None)
            members.append(len(steps))
            steps.append(step)
        hold = dish.get("holdMax")
        dishes.append(Dish(label, dish.get("serve", "hot") == "hot",
                           seconds(dish.get("serveOffset", 0)),
                           None if hold is None else seconds(hold), members))
    _add_lags(order, listed, dishes, steps)
    _add_keeping(order, listed, equipment, dishes, steps)
    fixed_start = start_at or (now if clocks and serve_at is None else None)
    return Meal(names, away, equipment, dishes, steps, clocks,
                stamp(fixed_start) if fixed_start else None, stamp(serve_at) if serve_at else None)


def heat(name: str) -> str:
    """What equipment of a name does where the file does not say."""
    name = name.casefold()
    return "heats" if name in HEATS else "chills" if name in CHILLS else "none"


def nearest(text: str, reference: datetime) -> datetime:
    """A clock time: as dated, or the occurrence nearest to the reference."""
    if len(text) > 5:
        return datetime.fromisoformat(text)
    hour, minute = map(int, text.split(":"))
    day = reference.replace(hour=hour, minute=minute, second=0)
    return min((day + timedelta(days=n) for n in (-1, 0, 1)), key=lambda at: abs(at - reference))


def stamp(moment: datetime) -> int:
    """Seconds since the epoch; the zone is UTC throughout."""
    return round((moment - datetime(1970, 1, 1)).total_seconds())


def _entries(dish: dict) -> list[dict]:
    if "steps" in dish:
        return dish["steps"]
    return [{"id": kind, kind: dish[kind]} for kind in ("blocking", "waiting")
            if kind in dish and likely(dish[kind]) > 0]


def _way(entry: dict) -> Way:
    is_blocking = "blocking" in entry
    warmth = entry.get("temperature")
    return Way(is_blocking, likely(entry["blocking" if is_blocking else "waiting"]),
               entry.get("uses", {}), temperature(warmth) if warmth else None,
               entry.get("cooks", 1), entry.get("cook"), entry.get("startsItself", False))


def _add_lags(order, listed, dishes, steps):
    for number, (name, dish) in enumerate(zip(order, dishes)):
        for place, (index, entry) in enumerate(zip(dish.steps, _entries(listed[name]))):
            after = entry.get("after")
            if after is None:
                if place > 0:
                    steps[index].after.append(Lag(dish.steps[place - 1], True, 0, None))
                continue
            for item in after:
                item = item if isinstance(item, dict) else {"step": item}
                owner, _, key = item["step"].rpartition("/")
                home = number
                if owner:
                    home = next(i for i, other in enumerate(dishes) if other.label == owner)
                target = next(i for i in dishes[home].steps if steps[i].id == key)
                minimum, maximum = item.get("min", 0), item.get("max")
                steps[index].after.append(
                    Lag(target, item.get("from", "end") == "end",
                        None if minimum is None else seconds(minimum),
                        None if maximum is None else seconds(maximum)))


def _add_keeping(order, listed, equipment, dishes, steps):
    for number, dish in enumerate(dishes):
        for index in dish.steps:
            for lag in steps[index].after:
                waits = lag.is_from_end and lag.minimum is not None and lag.minimum >= 0
                if waits and lag.other in dish.steps:
                    steps[lag.other].taken_up_by.append((index, lag.minimum))
        for index, entry in zip(dish.steps, _entries(listed[order[number]])):
            step = steps[index]
            for way, option in zip(step.ways, entry.get("options", [entry])):
                said = option.get("keeps", entry.get("keeps"))
                way.keeps = (_default_keeping(way, step, dish, equipment, steps)
                             if said is None else None if said is True
                             else 0 if said is False else seconds(said))


def _default_keeping(way, step, dish, equipment, steps) -> int | None:
    does = {equipment[name].heat for name, units in way.uses.items() if units}
    if not dish.is_hot or "chills" in does:
        return None
    begins_itself = any(all(not taker.is_blocking and not any(taker.uses.values())
                            for taker in steps[index].ways)
                        for index, _ in step.taken_up_by)
    return 3600 if way.is_blocking and "heats" not in does and not begins_itself else 0
