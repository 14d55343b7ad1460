"""Random meals with every feature of a kitchen file mixed, as a cook might write them."""

import random
from datetime import datetime, timedelta

NOW = datetime(2026, 11, 26, 12, 0)
COOKS = ["Ana", "Ben", "Cleo", "Dev"]


class Generator:
    """Meals of one seed."""

    def __init__(self, seed: int):
        self.numbers = random.Random(seed)

    def pick(self, low: int, high: int) -> int:
        return self.numbers.randint(low, high)

    def chance(self, percent: int) -> bool:
        return self.numbers.randrange(100) < percent

    def minutes(self, low: int, high: int):
        """An estimate around `low` to `high` minutes, in one of the ways it can be written."""
        value = self.pick(low, high)
        match self.numbers.randrange(9):
            case 0:
                return f"PT{value}M"
            case 1:
                return {"min": f"{value}m", "likely": value + 1, "max": f"{value + 4}m"}
            case 2:
                return f"{value}-{value + 2}m"
            case 3:
                return f"{value * 60 + 15}s"
            case 4:
                return value
            case _:
                return f"{value}m"

    def heat(self) -> str:
        """A temperature, or a range of them."""
        value = self.numbers.choice(range(150, 250, 10))
        match self.numbers.randrange(4):
            case 0:
                return f"{value}-{value + 20}C"
            case 1:
                return f"{self.numbers.choice((325, 350, 375, 400, 425, 450))}F"
            case _:
                return f"{value}C"

    def meal(self, dishes: int) -> tuple[dict, list[str], dict]:
        """A kitchen file, the options for `souschef plan`, and what they ask for."""
        kitchen = self._kitchen()
        names = self.numbers.sample(sorted(RECIPES), min(dishes, len(RECIPES)))
        document = {"kitchen": kitchen, "dishes": [self._dish(name, kitchen) for name in names]}
        if "Gravy" in names and "Roast" in names and self.chance(60):
            gravy = document["dishes"][names.index("Gravy")]
            gravy["steps"][0]["after"] = [{"step": "Roast/roast", "max": "15m"}]
        if len(names) > 2 and self.chance(10):
            menu = names[:-1] + [self.numbers.choice(names[:-1])]
            menu = [name for name in menu if name != "Roast"] or menu
            if "Gravy" in menu and "Roast" not in menu:
                menu.remove("Gravy")
            document["dishes"] = [d for d in document["dishes"] if d["name"] in menu]
            document["meals"] = [{"name": "feast", "dishes": menu}]
        options, asked = ["--now", NOW.isoformat() + "Z"], {"now": NOW}
        match self.numbers.randrange(5):
            case 0:
                asked["start_at"] = NOW + timedelta(minutes=5 * self.pick(12, 60))
                options += ["--start-at", asked["start_at"].strftime("%Y-%m-%d %H:%M")]
            case 1:
                asked["serve_at"] = NOW + timedelta(minutes=5 * self.pick(120, 170))
                options += ["--serve-at", asked["serve_at"].strftime("%Y-%m-%d %H:%M")]
        if self.chance(40):
            self._mind_the_clock(document, asked)
        if self.chance(15):
            options += ["--objective", "early"]
        return document, options, asked

    def _kitchen(self) -> dict:
        count = self.numbers.choice((1, 1, 2, 2, 3))
        is_named = self.chance(50)
        oven = {"count": self.pick(1, 2), "slots": self.pick(1, 3)}
        if self.chance(80):
            oven["preheat"] = self.numbers.choice(("5m", 8, "10m", "12m", "15m"))
        return {
            "cooks": self.numbers.sample(COOKS, count) if is_named else count,
            "equipment": {"burner": self.pick(2, 5), "microwave": 1, "oven": oven, "sink": 1,
                          "food processor": self._processor(),
                          "fridge": {"count": 1, "slots": 6}},
        }

    def _processor(self):
        """One that now and then says what it does, which its name does not."""
        if self.chance(70):
            return 1
        return {"count": 1, "heat": self.numbers.choice(("heats", "chills", "none"))}

    def _dish(self, name: str, kitchen: dict) -> dict:
        dish = {"name": name, **RECIPES[name](self)}
        cooks = kitchen["cooks"]
        for step in dish.get("steps", []):
            if "blocking" in step:
                if isinstance(cooks, list) and self.chance(15):
                    step["cook"] = self.numbers.choice(cooks)
                if (cooks if isinstance(cooks, int) else len(cooks)) > 1 and self.chance(7):
                    step["cooks"] = 2
            elif "waiting" in step and self.chance(15):
                step["startsItself"] = True
            elif "waiting" in step and "uses" not in step and self.chance(25):
                step["uses"] = {"fridge": 1}
            if self.chance(20):
                step["keeps"] = self.numbers.choice((True, False, "90s", "5m", "20m", "1h30m"))
        if self.chance(15):
            dish["serve"] = "any"
        if self.chance(25):
            dish["holdMax"] = f"{5 * self.pick(2, 9)}m"
        if self.chance(20):
            dish["serveOffset"] = f"{15 * self.pick(1, 4)}m"
        return dish

    def _mind_the_clock(self, document: dict, asked: dict):
        """Limits and absences around the middle of the meal."""
        if "serve_at" in asked:
            middle, spread = asked["serve_at"] - timedelta(minutes=45), 45
        else:
            middle, spread = asked.get("start_at", NOW) + timedelta(minutes=60), 60

        def around(shift: int = 0) -> str:
            moment = middle + timedelta(minutes=shift + 5 * self.pick(-spread // 5, spread // 5))
            return moment.strftime("%H:%M" if self.chance(70) else "%Y-%m-%d %H:%M")

        for dish in self.numbers.sample(document["dishes"], 1):
            steps = dish.get("steps")
            owner = self.numbers.choice(steps) if steps and self.chance(50) else dish
            if self.chance(60):
                owner["notBefore"] = around(-20)
            else:
                owner["notAfter"] = around(60)
        cooks = document["kitchen"]["cooks"]
        if isinstance(cooks, list):
            for _ in range(self.pick(0, 2)):
                start = middle + timedelta(minutes=5 * self.pick(-spread // 5, spread // 5))
                end = start + timedelta(minutes=5 * self.pick(1, 6))
                document["kitchen"].setdefault("away", []).append(
                    {"cook": self.numbers.choice(cooks), "from": start.strftime("%H:%M"),
                     "to": end.strftime("%H:%M")})


def _at_once(step: str, most="0m") -> list[dict]:
    return [{"step": step, "min": "0m", "max": most}]


def _roast(g: Generator) -> dict:
    return {"steps": [
        {"id": "rub", "blocking": g.minutes(5, 12)},
        {"id": "roast", "waiting": g.minutes(50, 90), "uses": {"oven": 1},
         "temperature": g.heat()},
        {"id": "rest", "waiting": g.minutes(12, 20), "after": _at_once("roast", "2m")},
        {"id": "carve", "blocking": g.minutes(5, 9), "after": [{"step": "rest", "max": "15m"}]}]}


def _gravy(g: Generator) -> dict:
    return {"steps": [
        {"id": "stock", "waiting": g.minutes(5, 9), "uses": {"burner": 1}, "after": []},
        {"id": "whisk", "blocking": g.minutes(3, 6), "uses": {"burner": 1},
         "after": _at_once("stock", "20m")},
        {"id": "reduce", "waiting": g.minutes(6, 10), "uses": {"burner": 1},
         "after": _at_once("whisk")}]}


def _tray_potatoes(g: Generator) -> dict:
    return {"steps": [
        {"id": "peel", "options": [{"blocking": g.minutes(9, 15)},
                                   {"blocking": g.minutes(3, 6), "uses": {"food processor": 1}}]},
        {"id": "parboil", "waiting": g.minutes(9, 14), "uses": {"burner": 1},
         "after": [{"step": "peel", "max": "30m"}]},
        {"id": "roughen", "blocking": g.minutes(2, 3), "after": _at_once("parboil", "2m")},
        {"id": "roast", "waiting": g.minutes(30, 45), "uses": {"oven": 1},
         "temperature": g.heat(), "after": [{"step": "roughen", "max": "5m"}]}]}


def _popovers(g: Generator) -> dict:
    heat = g.heat()
    return {"steps": [
        {"id": "batter", "blocking": g.minutes(3, 6)},
        {"id": "stand", "waiting": g.minutes(20, 30)},
        {"id": "heat tin", "waiting": g.minutes(6, 10), "uses": {"oven": 1}, "temperature": heat,
         "after": []},
        {"id": "pour", "blocking": g.minutes(1, 2),
         "after": ["stand", {"step": "heat tin", "min": 0, "max": 0}]},
        {"id": "bake", "waiting": g.minutes(16, 22), "uses": {"oven": 1}, "temperature": heat,
         "after": _at_once("pour")}]}


def _loaf(g: Generator) -> dict:
    return {"serve": "any", "steps": [
        {"id": "knead", "blocking": g.minutes(8, 14)},
        {"id": "prove", "waiting": g.minutes(35, 60)},
        {"id": "shape", "blocking": g.minutes(3, 5), "after": [{"step": "prove", "max": 15}]},
        {"id": "second prove", "waiting": g.minutes(10, 20)},
        {"id": "bake", "waiting": g.minutes(25, 35), "uses": {"oven": 1}, "temperature": g.heat(),
         "after": [{"step": "second prove", "max": "20m"}]},
        {"id": "cool", "waiting": g.minutes(15, 25)}]}


def _gratin(g: Generator) -> dict:
    return {"steps": [
        {"id": "slice", "blocking": g.minutes(8, 14)},
        {"id": "cream", "after": [], "options": [
            {"waiting": g.minutes(3, 6), "uses": {"microwave": 1}},
            {"blocking": g.minutes(4, 7), "uses": {"burner": 1}}]},
        {"id": "layer", "blocking": g.minutes(3, 5),
         "after": ["slice", {"step": "cream", "min": "0m", "max": "20m"}]},
        {"id": "bake", "options": [
            {"waiting": g.minutes(35, 50), "uses": {"oven": 1}, "temperature": g.heat()},
            {"waiting": g.minutes(55, 60), "uses": {"oven": 1}, "temperature": "140-160C"}]},
        {"id": "settle", "waiting": g.minutes(5, 12), "after": [{"step": "bake", "max": "5m"}]}]}


def _steak(g: Generator) -> dict:
    return {"steps": [
        {"id": "salt", "blocking": g.minutes(2, 4)},
        {"id": "heat pan", "waiting": g.minutes(4, 6), "uses": {"burner": 1}, "after": []},
        {"id": "sear", "blocking": g.minutes(5, 9), "uses": {"burner": 1},
         "after": [{"step": "salt", "min": 5, "max": "60m"},
                   {"step": "heat pan", "min": "0m", "max": "0m"}]},
        {"id": "rest", "waiting": g.minutes(5, 9), "after": _at_once("sear")},
        {"id": "slice", "blocking": g.minutes(2, 3), "after": [{"step": "rest", "max": "6m"}]}]}


def _noodles(g: Generator) -> dict:
    return {"steps": [
        {"id": "fill", "blocking": 1, "uses": {"sink": 1}},
        {"id": "boil water", "waiting": g.minutes(8, 11), "uses": {"burner": 1}},
        {"id": "cook", "waiting": g.minutes(8, 12), "uses": {"burner": 1},
         "after": _at_once("boil water", "5m")},
        {"id": "sauce", "blocking": g.minutes(4, 7), "uses": {"burner": 1},
         "after": [{"step": "cook", "min": "-5m", "max": "-1m"}]},
        {"id": "toss", "blocking": g.minutes(1, 2),
         "after": [{"step": "cook", "min": 0, "max": "6m"}, "sauce"]}]}


def _custard(g: Generator) -> dict:
    return {"steps": [
        {"id": "warm milk", "waiting": g.minutes(4, 6), "uses": {"burner": 1}},
        {"id": "beat eggs", "blocking": g.minutes(1, 3),
         "after": [{"step": "warm milk", "from": "start", "min": 0, "max": 4}]},
        {"id": "stir", "blocking": g.minutes(8, 11), "uses": {"burner": 1},
         "after": [{"step": "warm milk", "min": "0m", "max": "8m"}, "beat eggs"]}]}


def _salad(g: Generator) -> dict:
    return {"steps": [
        {"id": "wash", "blocking": g.minutes(2, 4), "uses": {"sink": 1}},
        {"id": "drain", "waiting": g.minutes(8, 14)},
        {"id": "dressing", "blocking": g.minutes(3, 5), "after": []},
        {"id": "toss", "blocking": 1, "after": ["drain", "dressing"]}]}


def _wok(g: Generator) -> dict:
    return {"steps": [
        {"id": "slice", "blocking": g.minutes(8, 14)},
        {"id": "marinate", "waiting": g.minutes(18, 30)},
        {"id": "heat wok", "waiting": g.minutes(3, 4), "uses": {"burner": 1}, "after": [],
         "startsItself": True},
        {"id": "fry", "blocking": g.minutes(4, 7), "uses": {"burner": 1},
         "after": ["marinate", {"step": "heat wok", "min": "0m", "max": "0m"}]}]}


def _soup(g: Generator) -> dict:
    return {"steps": [
        {"id": "chop", "blocking": g.minutes(8, 12)},
        {"id": "sweat", "blocking": g.minutes(5, 8), "uses": {"burner": 1}},
        {"id": "simmer", "waiting": g.minutes(20, 30), "uses": {"burner": 1},
         "after": _at_once("sweat")},
        {"id": "blend", "blocking": g.minutes(3, 5)},
        {"id": "reheat", "waiting": g.minutes(4, 6), "uses": {"burner": 1}}]}


def _crumble(g: Generator) -> dict:
    return {"steps": [
        {"id": "fruit", "blocking": g.minutes(6, 10)},
        {"id": "topping", "blocking": g.minutes(5, 8), "after": []},
        {"id": "assemble", "blocking": g.minutes(1, 2),
         "after": [{"step": "fruit", "max": "30m"}, "topping"]},
        {"id": "bake", "waiting": g.minutes(25, 35), "uses": {"oven": 1}, "temperature": g.heat()},
        {"id": "cool", "waiting": g.minutes(15, 20), "after": _at_once("bake", "10m")}]}


def _fish(g: Generator) -> dict:
    return {"steps": [
        {"id": "prepare", "blocking": g.minutes(6, 10)},
        {"id": "bake", "waiting": g.minutes(16, 24), "uses": {"oven": 1}, "temperature": g.heat(),
         "after": [{"step": "prepare", "max": 25}]},
        {"id": "lemon", "blocking": 1, "after": [{"step": "bake", "min": 2, "max": "7m"}]}]}


def _trays(g: Generator) -> dict:
    return {"steps": [
        {"id": "cut", "blocking": g.minutes(6, 9)},
        {"id": "trays", "waiting": g.minutes(18, 30), "uses": {"oven": 1, "burner": 1},
         "temperature": g.heat()},
        {"id": "garnish", "blocking": g.minutes(1, 3),
         "after": [{"step": "trays", "min": None, "max": "4m"}, "cut"]}]}


RECIPES = {
    "Roast": _roast, "Gravy": _gravy, "Tray potatoes": _tray_potatoes, "Popovers": _popovers,
    "Loaf": _loaf, "Gratin": _gratin, "Steak": _steak, "Noodles": _noodles, "Custard": _custard,
    "Salad": _salad, "Wok": _wok, "Soup": _soup, "Crumble": _crumble, "Fish": _fish,
    "Trays": _trays,
    "Peas": lambda g: {"blocking": g.minutes(1, 3), "waiting": g.minutes(5, 8)},
    "Tea": lambda g: {"waiting": g.minutes(3, 6)},
}
