#!/usr/bin/env python3
"""Uses the board's pages as a browser without scripts would: by their links and forms alone.

    Tests/BoardTests/forms.py [NAME…]       SOUSCHEF_BOARD_PROGRAM names another program
"""

import sys
import time
import traceback
import urllib.parse
from html.parser import HTMLParser

from board import Board

VOID = {"input", "br", "meta", "link", "img", "hr", "source"}


class Form:
    def __init__(self, fields):
        self.method = fields.get("method", "get").lower()
        self.action = fields.get("action", "")
        self.values = []
        self.boxes = []
        self.buttons = []
        self.text = ""

    def set(self, name, value):
        """Gives a field a value; a list for boxes that are to be ticked."""
        if isinstance(value, list):
            assert all((name, one) in self.boxes for one in value), (name, value, self.boxes)
            self.values = [pair for pair in self.values if pair[0] != name]
            self.values += [(name, one) for one in value]
            return
        assert any(pair[0] == name for pair in self.values + self.boxes), (name, self.values)
        place = next((i for i, pair in enumerate(self.values) if pair[0] == name), len(self.values))
        self.values[place:place + 1] = [(name, value)]


class Page(HTMLParser):
    """The forms, links and words of a page; whatever is not closed as it should be fails."""

    def __init__(self, status, text):
        super().__init__()
        self.status, self.source = status, text
        self.forms, self.links, self.words = [], [], []
        self.open, self.form, self.select, self.area, self.button = [], None, None, None, None
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        fields = {name: value if value is not None else "" for name, value in attributes}
        if tag not in VOID:
            self.open.append(tag)
        if tag == "form":
            assert self.form is None, "a form in a form"
            self.form = Form(fields)
            self.forms.append(self.form)
        if tag == "a" and "href" in fields:
            self.links.append(fields["href"])
        if self.form is None:
            return
        name = fields.get("name")
        if tag == "input" and name:
            if fields.get("type") in ("checkbox", "radio"):
                self.form.boxes.append((name, fields.get("value", "on")))
                if "checked" in fields:
                    self.form.values.append((name, fields.get("value", "on")))
            elif "disabled" not in fields:
                self.form.values.append((name, fields.get("value", "")))
        if tag == "select":
            self.select = [name, None]
        if tag == "option" and self.select:
            if self.select[1] is None or "selected" in fields:
                self.select[1] = fields.get("value", "")
        if tag == "textarea":
            self.area = [name, ""]
        if tag == "button":
            self.button = dict(fields, words="")

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open[-3:], tag)
        self.open.pop()
        if tag == "select" and self.form and self.select[0] and self.select[1] is not None:
            self.form.values.append(tuple(self.select))
        if tag == "textarea" and self.form and self.area:
            self.form.values.append(tuple(self.area))
            self.area = None
        if tag == "button" and self.form is not None and self.button:
            self.form.buttons.append(self.button)
            self.button = None
        if tag == "select":
            self.select = None
        if tag == "form":
            self.form = None

    def handle_data(self, data):
        if self.area:
            self.area[1] += data
        if self.button is not None:
            self.button["words"] += data
        if self.form:
            self.form.text += data
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def button_form(self, words, containing=""):
        for form in self.forms:
            for button in form.buttons:
                if button["words"] == words and containing in form.text + repr(form.values):
                    return form, button
        raise AssertionError(f"no button {words!r}: {[b['words'] for f in self.forms for b in f.buttons]}")


class Browser:
    def __init__(self, board):
        self.board = board
        self.place = None

    def get(self, place):
        status, fields, text = self.board.request("GET", place)
        if status == 303:
            return self.get(fields["location"])
        self.place = place
        self.page = Page(status, text)
        return self.page

    def press(self, words, values=None, containing="", stays=False):
        form, button = self.page.button_form(words, containing)
        for name, value in (values or {}).items():
            form.set(name, value)
        pairs = list(form.values)
        if button.get("name"):
            pairs.append((button["name"], button.get("value", "")))
        place = button.get("formaction", form.action)
        body = urllib.parse.urlencode(pairs)
        if form.method == "get":
            return self.get(place + "?" + body)
        time.sleep(0.11)
        status, fields, text = self.board.request(
            "POST", place, body, {"Content-Type": "application/x-www-form-urlencoded"})
        if status == 303:
            self.get(fields["location"])
        else:
            self.page = Page(status, text)
        assert stays or self.page.status == 200, (words, self.page.status, self.page.text[:400])
        return self.page


def paired(board):
    browser = Browser(board)
    board.pair()
    board.furnish()
    return browser


def dishes():
    with Board() as board:
        browser = paired(board)
        browser.get("/dishes")
        page = browser.press("Add dish", {"name": "Soup", "steps": "chop leeks 5m\nsimmer 20m @burner", "tags": "winter"})
        assert "Chop leeks" in page.text or "chop leeks" in page.text, page.text
        assert "Soup" in browser.get("/dishes?find=winter").text
        browser.get("/dishes/Soup/steps")
        page = browser.press("Save", {"title": "Blend", "kind": ["blocking"], "length": "2-3m"})
        assert "Blend" in page.text and "2–3 min" in page.text, page.text
        link = [link for link in page.links if link.endswith("/steps/blend")]
        assert link, page.links
        browser.get(link[0])
        page = browser.press("Save", {"title": "Blend well", "temperature": "hot"}, stays=True)
        assert page.status == 400 and "hot" in page.source and "Blend well" in page.source, page.text
        page = browser.press("Save", {"temperature": ""})
        assert "Blend well" in page.text
        browser.get(link[0])
        assert "Blend well" not in browser.press("Remove this step").text
        # Another screen changes it while it is edited here: told, and nothing that was typed is lost.
        browser.get("/dishes/Soup/steps")
        form = browser.page
        assert board.post("/api/import", {"text": "dishes:\n  - {name: Soup, waiting: 9m}\n", "replace": True})[0] == 200
        browser.page = form
        page = browser.press("Save", {"title": "Season", "kind": ["blocking"], "length": "1m"}, stays=True)
        assert page.status == 409 and "Another screen" in page.text and "Season" in page.source, page.text
        assert "Season" in browser.press("Save").text
        # Another screen removes it.
        browser.get("/dishes/Soup")
        form = browser.page
        browser.press("Remove")
        browser.page = form
        page = browser.press("Save", containing="The dish as text", stays=True)
        assert page.status == 404 and "removed" in page.text and "Season" in page.source, page.text
        assert "Season" in browser.press("Add it again").text
        browser.press("Save", {"tags": "winter, quick", "servings": "4"}, containing="Servings")
        assert "serves 4" in browser.page.text, browser.page.text
        page = browser.press("Save", {"servings": "0", "tags": "quick, winter"}, containing="Servings", stays=True)
        assert page.status == 400 and "quick, winter" in page.source and 'value="0"' in page.source, page.text
        browser.get("/dishes/Soup")
        page = browser.press("Save", {"servings": ""}, containing="Servings")
        assert "serves" not in page.text and "winter" in page.text, page.text
        browser.press("Undo the last change")
        assert "serves 4" in browser.get("/dishes/Soup").text
        # What was typed of a dish that cannot be added stays, and the page stays as it was looked for.
        browser.get("/dishes?find=winter")
        page = browser.press("Add dish", {"name": "Soup", "steps": "peel 5m", "tags": "new"}, stays=True)
        assert page.status == 409 and "peel 5m" in page.source and 'value="new"' in page.source, page.text
        assert 'name="find" type="search" value="winter"' in page.source, page.source
        page = browser.press("Add dish", {"name": "Pie", "steps": "bake a while", "tags": "new"}, stays=True)
        assert page.status == 400 and "bake a while" in page.source, page.text
        for place in ["/dishes/Nothing", "/dishes/Nothing/steps", "/dishes/Soup/steps/nothing"]:
            assert browser.get(place).status == 404, place
        assert board.request("GET", "/dishes/Soup/picture.svg?width=400")[2].startswith("<?xml")


def importing():
    recipe = "Leek soup\n\n2 leeks\n1 l stock\n\nChop the leeks. Simmer them in the stock for 20 minutes. Blend."
    with Board() as board:
        browser = paired(board)
        browser.get("/import")
        for text in ["file:///etc/passwd", " https://example.org/recipe\n"]:
            page = browser.press("Read", {"text": text}, stays=True)
            assert page.status == 400 and "nothing is fetched" in page.text and text.strip() in page.source, page.text
        formula = "=HYPERLINK(\"http://evil.test\")"
        page = browser.press("Read", {"text": formula}, stays=True)
        assert page.status == 400 and "no recipe" in page.text and not any(b["words"] == "Store" for f in page.forms for b in f.buttons), page.text
        page = browser.press("Read", {"text": f"---\nsource: {formula}\nsource.url: file:///etc/passwd\ntitle: Broth\n---\nSimmer @bones{{}} for ~{{9%minutes}}.\n"})
        assert f"From {formula}." in page.text and "passwd" not in page.text.split("The text it was read from")[0], page.text
        assert f"from {formula}" in browser.press("Store").text
        browser.get("/import")
        page = browser.press("Read", {"text": recipe})
        assert "Simmer" in page.text and "stated" in page.text and "Store" in page.text, page.text
        assert "Leek soup" in browser.press("Store").text
        browser.get("/import")
        page = browser.press("Read", {"text": recipe.replace("20 minutes", "30 minutes")})
        assert "is stored already" in page.text, page.text
        browser.press("Replace what is stored")
        assert "30 min" in browser.get("/dishes/Leek%20soup").text
        browser.get("/import")
        browser.press("Read", {"text": recipe.replace("Leek", "Onion")})
        draft = dict(browser.page.button_form("Store")[0].values)["edited"]
        page = browser.press("Store", {"edited": draft + "nonsense: [\n"}, stays=True)
        assert page.status == 400 and "nonsense" in page.source, page.text
        browser.press("Store", {"edited": draft.replace("20m", "25m")})
        assert "25 min" in browser.page.text, browser.page.text
        browser.get("/import")
        assert browser.press("Read", {"text": "   "}, stays=True).status == 400


def tonight():
    with Board() as board:
        browser = paired(board)
        board.post("/api/dishes", {"name": "Stew", "steps": ["chop 10m", "simmer 40m @burner"], "servings": 4})
        browser.get("/")
        page = browser.press("Plan", {"name": ["Stew", "Pasta"], "serveAt": ""})
        assert "Why" in page.text and "Risk" in page.text and "Stew, servings" in page.text, page.text
        picture = page.source.split('src="/tonight/')[1].split('"')[0]
        assert board.request("GET", "/tonight/" + picture)[2].startswith("<?xml")
        page = browser.press("Plan again", {"for:Stew": "8", "times:Pasta": "2"})
        assert 'value="8"' in page.source, page.source
        page = browser.press("Plan again", {"for:Stew": "0"}, stays=True)
        assert page.status == 400 and "1 to 10000" in page.text, page.text
        browser.get("/?name=Stew&whatIf=yes")
        assert "With one more cook" in browser.page.text or "With" in browser.page.text
        browser.get("/?name=Stew&for:Stew=8")
        page = browser.press("Start cooking")
        assert browser.place == "/kitchen" and "Stew" in page.text, page.text
        board.stop()
        board.start()
        end = time.monotonic() + 5
        while board.get("/api/status")[1]["status"] != "running" and time.monotonic() < end:
            time.sleep(0.1)
        assert board.get("/api/status")[1]["status"] == "running"
        assert len(board.get("/api/history")[1]) == 1
        assert browser.get("/?serveAt=yesterday&name=Stew").status == 400


def week():
    with Board() as board:
        browser = paired(board)
        board.post("/api/dishes", {"name": "Stew", "steps": ["chop 10m", "simmer 40m @burner"], "servings": 4,
                                   "ingredient": ["500 g beef", "2 onions"]})
        browser.get("/week")
        form, _ = browser.page.button_form("Add to the week")
        tomorrow = browser.page.source.split('name="day"')[-1].split('value="')[2].split('"')[0]
        page = browser.press("Add to the week", {"day": tomorrow, "names": "Stew", "servings": "8", "time": "18:30"})
        assert "Stew (for 8)" in page.text and "18:30" in page.text and "start" in page.text, page.text
        page = browser.press("Add to the week", {"day": tomorrow, "names": "Stew", "time": "half past"}, stays=True)
        assert page.status == 400, page.text
        browser.get("/week")
        later = browser.page.source.split('name="day"')[-1].split('value="')[4].split('"')[0]
        assert browser.press("Copy", {"day": later}, containing="18:30").text.count("Stew (for 8)") == 2
        browser.press("Move", {"time": "19:15"}, containing=tomorrow)
        assert "19:15" in browser.page.text
        browser.press("Remove", containing="18:30")
        assert browser.page.text.count("Stew (for 8)") == 1
        browser.press("Undo the last change")
        assert browser.get("/week").text.count("Stew (for 8)") == 2
        # Days that were turned to stay, and so does what was chosen of a meal that could not be put there.
        browser.get(f"/week?from={tomorrow}")
        for words, values in [("Add to the week", {"day": later, "names": "Stew", "time": "12:00"}), ("Undo the last change", {})]:
            browser.press(words, values)
            assert browser.place == f"/week?from={tomorrow}", browser.place
        page = browser.press("Add to the week", {"day": later, "names": "Stew", "time": "noonish", "servings": "3"}, stays=True)
        assert page.status == 400, page.status
        kept = page.button_form("Add to the week")[0].values
        assert ("names", "Stew") in kept and ("time", "noonish") in kept and ("servings", "3") in kept, kept
        assert ("day", later) in kept and ("back", f"/week?from={tomorrow}") in kept, kept
        assert browser.get("/week?from=nonsense").status == 400
        assert board.request("GET", "/week/print")[0] == 200
        page = browser.get("/shop")
        assert "beef" in page.text and ("2 kg" in page.text or "2000 g" in page.text), page.text
        # A span that was chosen stays chosen whatever is done on the page.
        browser.get("/shop?days=14")
        for words, values in [("Save what is ticked", {"ticked": ["beef"]}), ("Save what is ticked", {"ticked": []}),
                              ("Put in", {"add": "pepper"}), ("Take out", {}), ("Undo the last change", {})]:
            browser.press(words, values)
            assert 'max="366" value="14"' in browser.page.source, (words, browser.place)
        page = browser.press("Put in", {"add": "x" * 101}, stays=True)
        assert page.status == 400 and 'max="366" value="14"' in page.source, page.text
        browser.press("Take out", containing="pepper")
        # Another screen ticks something while this one has the list open: both ticks are kept.
        assert board.post("/api/shop", {"tick": ["onions", "gold"]}) == (200, {"refused": ["gold"]})
        browser.press("Save what is ticked", {"ticked": ["beef"]})
        ticked = {item["name"]: item["ticked"] for item in board.get("/api/shop")[1]}
        assert ticked == {"beef": True, "onions": True}, ticked
        browser.press("Save what is ticked", {"ticked": ["onions"]})
        ticked = {item["name"]: item["ticked"] for item in board.get("/api/shop")[1]}
        assert ticked == {"beef": False, "onions": True}, ticked
        browser.press("Put in", {"add": "beef"})
        assert "Always there: 1" in browser.page.text
        assert [item["name"] for item in board.get("/api/shop")[1]] == ["onions"]
        browser.press("Take out")
        assert "Always there: 0" in browser.page.text
        browser.get("/shop?days=30")
        assert browser.get("/shop?days=0").status == 400


def history():
    with Board() as board:
        browser = paired(board)
        for number in range(3):
            assert board.post("/api/cook", {"name": "lunch", "simulate": True})[0] == 200
        page = browser.get("/history")
        assert page.text.count("lunch") >= 3
        assert browser.press("Compare two", {"run": ["1", "2"]}).text.count("lunch") >= 2
        browser.get("/history")
        page = browser.press("Compare two", {"run": ["1"]}, stays=True)
        assert page.status == 400 and 'value="1" checked' in page.source and "Compare two" in page.source, page.text
        browser.get("/history/2")
        page = browser.press("Save", {"rating": ["4"], "note": "Salt the water."})
        assert "4 of 5" in page.text and "Salt the water." in page.text, page.text
        page = browser.press("Correct", {"length": "12m"})
        assert "12 min" in page.text, page.text
        page = browser.press("Correct", {"length": "soon"}, stays=True)
        assert page.status == 400, page.text
        for place in ["steps", "meals", "dishes", "learn"]:
            assert browser.get("/history/" + place).status == 200, place
        for place in ["/history/steps/picture.svg", "/history/meals/picture.svg?width=400", "/history/1/picture.svg"]:
            assert board.request("GET", place)[2].startswith("<?xml"), place
        assert browser.get("/history/99").status == 404
        assert "lunch" in browser.get("/history?find=pasta").text
        assert browser.get("/history?find=nothing").status == 200


def learning():
    """Five times a step ends by a cook's word: that teaches, with its evidence, and is accepted or not."""
    with Board() as board:
        browser = paired(board)
        for number in range(5):
            assert board.post("/api/cook", {"name": "Avocado"})[0] == 200
            end = time.monotonic() + 8
            while board.get("/api/status")[1]["status"] is not None and time.monotonic() < end:
                time.sleep(1.0 if number % 2 else 1.3)
                board.post("/api/run/done", {})
        page = browser.get("/history/learn")
        assert "Avocado" in page.text and "run 5" in page.text, page.text
        before = browser.get("/dishes/Avocado").text
        browser.get("/history/learn")
        page = browser.press("Accept")
        assert "Nothing to learn" in page.text, page.text
        assert browser.get("/dishes/Avocado").text != before
        browser.press("Undo the last change")
        assert browser.get("/dishes/Avocado").text == before


def cooking():
    with Board() as board:
        browser = paired(board)
        browser.get("/?name=lunch&serveAt=tomorrow+19:00")
        page = browser.press("Start cooking", {"speed": "fast"}, stays=True)
        assert page.status == 400 and 'value="fast"' in page.source and 'value="tomorrow 19:00"' in page.source, page.text
        browser.get("/?name=lunch")
        browser.press("Start cooking", {"speed": ""})
        time.sleep(0.3)
        browser.get("/kitchen")
        before = browser.page.text
        assert browser.press("Done").text != before
        assert "lunch" in browser.press("Undo").text
        assert "Resume" in browser.press("Pause").text
        browser.press("Resume")
        for words, values in [("Extend", {"minutes": "3"}), ("Shorten", {"minutes": "1"}),
                              ("Write down", {"text": "The pot is small."}), ("Leave out", {})]:
            browser.press(words, values)
        browser.press("Add dish", {"dishes": "Avocado"})
        # A screen of its own stays that, and what cannot be done is said on it.
        mine = f"/kitchen?cook={urllib.parse.quote(board.get('/api/status')[1]['view']['cooks'][0])}&reload=yes"
        browser.get(mine)
        assert 'http-equiv="refresh"' in browser.page.source
        browser.press("Pause")
        browser.press("Resume")
        assert browser.place == mine, browser.place
        page = browser.press("Extend", {"minutes": ""}, stays=True)
        assert page.status == 400 and "minutes" in page.text and "NOW" in page.text, page.text
        page = browser.press("End the run", {"sure": ["yes"]})
        assert "Nothing is cooking" in page.text and "How was" in page.text, page.text
        assert browser.get("/kitchen?cook=Nobody").status == 200


ALL = [dishes, importing, tonight, week, history, learning, cooking]


def main(names):
    failed = 0
    for look in ALL:
        if names and look.__name__ not in names:
            continue
        began = time.monotonic()
        try:
            look()
            print(f"ok      {look.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED  {look.__name__}", flush=True)
            traceback.print_exc()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
