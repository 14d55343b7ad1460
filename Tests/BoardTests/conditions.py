#!/usr/bin/env python3
"""Looks at the board's pages under the conditions of real kitchens: wrong clocks, hidden tabs, lost
connections, other screens, keyboards, zoom, and pages of strangers.

    Tests/BoardTests/conditions.py [chromium|firefox] [--shots FOLDER] [NAME…]
"""

import http.server
import signal
import socket
import sys
import threading
import time

import pages
from board import Board, free_port
from pages import accessible, no_problems, open_page, shot


def cooking(browser, board, names="lunch", **context):
    board.pair()
    board.furnish()
    assert board.post("/api/cook", {"names": names.split(",")})[0] == 200
    page = open_page(browser.new_context(viewport={"width": 1024, "height": 768}, **context), board)
    page.wait_for_selector("#now li")
    return page


def seconds(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("-").split(":")]
    return sign * sum(part * 60 ** place for place, part in enumerate(reversed(parts)))


def wrong_clock(browser):
    """A tablet whose clock is a minute slow counts to the same instants."""
    with Board() as board:
        context = browser.new_context()
        context.add_init_script("""(() => { const real = Date; const late = 60000;
          globalThis.Date = class extends real { constructor(...all) { all.length ? super(...all) : super(real.now() - late); }
            static now() { return real.now() - late; } }; })();""")
        board.pair()
        board.furnish()
        assert board.post("/api/cook", {"names": ["Pasta"], "auto": True})[0] == 200
        page = open_page(context, board)
        page.wait_for_selector("#waiting li")
        page.wait_for_timeout(900)
        shown = page.locator("#waiting .left").first.inner_text()
        until = board.get("/api/status")[1]["view"]["waiting"][0]["untilAt"]
        left = __import__("datetime").datetime.fromisoformat(until.replace("Z", "+00:00")).timestamp() - time.time()
        assert abs(seconds(shown) - left) < 1.6, (shown, left)
        no_problems(page)


def hidden_tab(browser):
    """A tab that nobody sees still hears; seen again it shows the right time at once."""
    with Board() as board:
        page = cooking(browser, board)
        page.evaluate("""Object.defineProperty(document, 'visibilityState', {get: () => window.seen ? 'visible' : 'hidden'});
          document.dispatchEvent(new Event('visibilitychange'))""")
        board.post("/api/run/pause", {})
        page.wait_for_function("() => document.getElementById('pause-form').hidden", timeout=2000)
        page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
        board.post("/api/run/resume", {})
        page.wait_for_function("() => !document.getElementById('pause-form').hidden", timeout=2000)
        no_problems(page)


def eight_tabs(browser):
    """Eight tabs of one browser are all live, and share one stream."""
    with Board() as board:
        first = cooking(browser, board)
        tabs = [first] + [open_page(first.context, board) for _ in range(7)]
        for tab in tabs:
            tab.wait_for_selector("#now li")
        time.sleep(1)
        began = time.monotonic()
        board.post("/api/run/pause", {})
        for tab in tabs:
            tab.wait_for_function("() => document.getElementById('pause-form').hidden", timeout=3000)
        print(f"        eight tabs after {(time.monotonic() - began) * 1000:.0f} ms")
        tabs[7].get_by_role("button", name="Resume", exact=True).click()
        for tab in tabs:
            tab.wait_for_function("() => !document.getElementById('pause-form').hidden", timeout=3000)
            no_problems(tab)


class Proxy:
    """Passes bytes on; silent on demand, as when a router loses its mind: nothing is closed."""

    def __init__(self, port, target):
        self.isSilent = False
        self.target = target
        self.listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            if self.isSilent:
                threading.Thread(target=lambda held=client: time.sleep(60), daemon=True).start()
                self.held = getattr(self, "held", []) + [client]
                continue
            server = socket.create_connection(("127.0.0.1", self.target))
            for a, b in [(client, server), (server, client)]:
                threading.Thread(target=self.pump, args=(a, b), daemon=True).start()

    def pump(self, a, b):
        wasSilent = False
        try:
            while part := a.recv(65536):
                wasSilent = wasSilent or self.isSilent
                if not wasSilent:
                    b.sendall(part)
        except OSError:
            pass
        if not wasSilent:
            for end in (a, b):
                try:
                    end.close()
                except OSError:
                    pass


def black_hole(browser):
    """Nothing arrives any more and nothing is closed: said within 26 seconds; then live again within 3."""
    port = free_port()
    with Board("--origin", f"http://127.0.0.1:{port}") as board:
        proxy = Proxy(port, board.port)
        board.origin = f"http://127.0.0.1:{board.port}"
        board.pair()
        board.furnish()
        assert board.post("/api/cook", {"name": "lunch"})[0] == 200
        board.origin = f"http://127.0.0.1:{port}"
        page = open_page(browser.new_context(), board)
        page.wait_for_selector("#now li")
        proxy.isSilent = True
        began = time.monotonic()
        page.wait_for_selector("#connection:not([hidden])", timeout=36_000)
        said = time.monotonic() - began
        assert page.locator("main form button:enabled").count() == 0
        proxy.isSilent = False
        began = time.monotonic()
        page.wait_for_selector("#connection[hidden]", state="attached", timeout=8_000)
        back = time.monotonic() - began
        print(f"        silence was said after {said:.1f} s, life after {back:.1f} s")
        assert said < 36 and back < 3.5, (said, back)


def restart(browser):
    """The board is killed under a run and started again: the page is live within 3 s, nothing is doubled."""
    with Board() as board:
        page = cooking(browser, board)
        events = board.get("/api/history/1")[1]["steps"]
        board.process.send_signal(signal.SIGKILL)
        board.process.wait()
        page.wait_for_selector("#connection:not([hidden])", timeout=27_000)
        assert page.locator("main form button:enabled").count() == 0
        page.wait_for_timeout(3000)
        board.start()
        began = time.monotonic()
        page.wait_for_selector("#connection[hidden]", state="attached", timeout=6_000)
        took = time.monotonic() - began
        print(f"        live {took:.1f} s after the start")
        assert took < 3, took
        assert len(board.get("/api/history")[1]) == 1
        assert board.get("/api/status")[1]["status"] == "running"
        assert len(board.get("/api/history/1")[1]["steps"]) == len(events)


def sizes(browser):
    """What board.md asks of sizes, measured from the boxes."""
    with Board() as board:
        page = cooking(browser, board)
        for width, height in [(360, 740), (1024, 768), (1920, 1080)]:
            page.set_viewport_size({"width": width, "height": height})
            done = page.get_by_role("button", name="Done", exact=True).bounding_box()
            assert done["height"] >= 112, done
            size = page.locator("#now .text").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
            assert size >= 64, size
            boxes = [button.bounding_box() for button in page.locator(".acts button:visible").all()]
            for box in boxes:
                assert box["height"] >= 72, box
            for a, b in zip(boxes, boxes[1:]):
                beside = b["x"] - a["x"] - a["width"] if abs(a["y"] - b["y"]) < 4 else b["y"] - a["y"] - a["height"]
                assert beside >= 16, (a, b)
            small = page.evaluate("""() => { const found = [];
              const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) { const node = walker.currentNode.parentElement;
                if (walker.currentNode.textContent.trim() && node.checkVisibility()
                  && parseFloat(getComputedStyle(node).fontSize) < 20) found.push(node.textContent); }
              return found; }""")
            assert not small, small
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (width, wide)
            # NOW and Done are there without scrolling.
            assert page.locator("#now .text").first.bounding_box()["y"] < height, width


def tastes(browser):
    """Forced colours, less motion, and twice the size."""
    with Board() as board:
        page = cooking(browser, board)
        page.emulate_media(forced_colors="active")
        accessible(page, "forced colours")
        shot(page, "forced-colours")
        page.emulate_media(forced_colors="none", reduced_motion="reduce")
        assert page.evaluate("document.getAnimations().length") == 0
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate("document.getAnimations().length") == 0
        for width, height in [(512, 384), (960, 540), (320, 370)]:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width
            accessible(page, f"{width} wide")
        no_problems(page)


def tab_to(page, words, most=120):
    """Presses Tab until the focus is on what has these words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        name = page.evaluate("""() => { const node = document.activeElement;
          return (node.labels?.[0]?.innerText ?? node.innerText ?? '').trim().split('\\n')[0]; }""")
        if name == words:
            return
    raise AssertionError(f"Tab does not come to {words!r}")


def keyboard(browser):
    """Lunch planned, cooked at speed 60 and seen in the history by keyboard alone."""
    with Board() as board:
        board.pair()
        board.furnish()
        page = open_page(browser.new_context(viewport={"width": 1024, "height": 768}), board, "/")
        tab_to(page, "lunch")
        page.keyboard.press("Space")
        tab_to(page, "Plan")
        page.keyboard.press("Enter")
        page.wait_for_selector("h2.plan")
        tab_to(page, "Try it out first")
        page.keyboard.press("Enter")
        tab_to(page, "Speed")
        page.keyboard.type("60")
        page.keyboard.press("Enter")
        page.wait_for_url(board.origin + "/kitchen")
        for _ in range(40):
            if page.locator("h1").inner_text() == "Nothing is cooking":
                break
            if page.locator("button.done:enabled").count():
                page.wait_for_timeout(620)
                tab_to(page, "Done")
                page.keyboard.press("Enter")
            page.wait_for_timeout(700)
        page.wait_for_function("() => document.querySelector('h1').innerText === 'Nothing is cooking'", timeout=30_000)
        accessible(page, "the end of a run")
        shot(page, "after")
        tab_to(page, "History")
        page.keyboard.press("Enter")
        page.wait_for_url(board.origin + "/history")
        tab_to(page, "lunch")
        page.keyboard.press("Enter")
        page.wait_for_url(board.origin + "/history/1")
        no_problems(page)


def shopping(browser):
    """What is ticked without a connection is kept, also when the page is closed, and loses nothing of others'."""
    with Board() as board:
        board.pair()
        board.furnish()
        pages.fill(board)
        context = browser.new_context()
        page = open_page(context, board, "/shop")
        board.process.send_signal(signal.SIGSTOP)
        page.get_by_label("beef").check()
        page.get_by_label("carrots").check()
        page.get_by_label("carrots").uncheck()
        page.wait_for_selector("#offline:not([hidden])", timeout=20_000)
        shot(page, "shop-offline")
        page.close()
        board.process.send_signal(signal.SIGCONT)
        assert board.post("/api/shop", {"tick": ["onions"]})[1] == {"refused": []}
        page = open_page(context, board, "/shop")
        page.wait_for_function("() => !localStorage['souschef-ticks'] || localStorage['souschef-ticks'] === '{}'", timeout=12_000)
        ticked = {item["name"] for item in board.get("/api/shop")[1] if item["ticked"]}
        assert ticked == {"beef", "onions"}, ticked
        # What another screen ticks is seen here.
        assert board.post("/api/shop", {"tick": ["carrots"]})[1] == {"refused": []}
        page.wait_for_function("() => [...document.querySelectorAll('[name=ticked]')].find(b => b.value === 'carrots').checked", timeout=9_000)
        accessible(page, "shop")


def edited_elsewhere(browser):
    """Whoever edits a dish hears that another screen has changed it, or removed it."""
    with Board() as board:
        board.pair()
        board.furnish()
        page = open_page(browser.new_context(), board, "/dishes/Avocado/steps/blocking")
        page.get_by_label("What is done").fill("Cut the avocado")
        page.wait_for_timeout(500)
        board.post("/api/import", {"text": "dishes:\n  - {name: Avocado, blocking: 9m}\n", "replace": True})
        page.wait_for_selector("#changed:not([hidden])", timeout=9_000)
        page.get_by_role("button", name="Save").click()
        page.get_by_text("Another screen has changed this dish meanwhile.").wait_for()
        assert page.get_by_label("What is done").input_value() == "Cut the avocado"
        accessible(page, "changed elsewhere")
        shot(page, "changed-elsewhere")
        page.problems = [text for text in page.problems if "409" not in text]
        page.get_by_role("button", name="Save").click()
        page.wait_for_url(board.origin + "/dishes/Avocado")
        no_problems(page)


def dropped_file(browser):
    """A saved page that is chosen or dropped is read without its scripts and pictures."""
    recipe = ("<html><head><style>x</style><script>bad()</script><script type=\"application/ld+json\">"
              "{\"@type\": \"Recipe\", \"name\": \"Rice\", \"recipeIngredient\": [\"1 cup rice\"], \"recipeInstructions\":"
              " [\"Rinse the rice.\", \"Simmer for 12 minutes.\"]}</script></head><body><svg></svg></body></html>")
    with Board() as board:
        board.pair()
        board.furnish()
        page = open_page(browser.new_context(), board, "/import")
        page.set_input_files("#file", {"name": "rice.html", "mimeType": "text/html", "buffer": recipe.encode()})
        page.get_by_role("heading", name="Rice").wait_for()
        accessible(page, "draft")
        shot(page, "draft")
        page.get_by_role("button", name="Store").click()
        page.wait_for_url(board.origin + "/dishes/Rice")
        page.goto(board.origin + "/import")
        page.set_input_files("#file", {"name": "x.bin", "mimeType": "text/html", "buffer": b"\0\1\2" * 100})
        page.locator("#too-large:visible").wait_for()
        no_problems(page)


def spoken(browser):
    """The sentence of what is due is spoken where that is wanted, and why a screen may go dark is said."""
    with Board() as board:
        context = browser.new_context()
        context.add_init_script("""window.spoken = [];
          Object.defineProperty(window, 'speechSynthesis', {value: {speak: s => spoken.push(s.text), cancel() {}}});
          window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };""")
        board.pair()
        board.furnish()
        page = open_page(context, board)
        page.get_by_label("Say it aloud").check()
        assert board.post("/api/cook", {"name": "Avocado"})[0] == 200
        page.wait_for_function("() => spoken.some(text => text.includes('vocado'))", timeout=5000)
        page.reload()
        assert page.get_by_label("Say it aloud").is_checked()
        page.wait_for_timeout(300)


def two_cooks(browser):
    """A card for each cook with a Done of its own, and a screen of one's own."""
    kitchen = "kitchen:\n  cooks: [Ana, Ben]\ndishes:\n  - {name: Chop, blocking: 5m}\n  - {name: Stir, blocking: 5m}\n"
    with Board() as board:
        board.pair()
        assert board.post("/api/import", {"text": kitchen, "kitchen": True})[0] == 200
        assert board.post("/api/cook", {"names": ["Chop", "Stir"]})[0] == 200
        page = open_page(browser.new_context(viewport={"width": 1024, "height": 768}), board)
        page.wait_for_selector("#now-1 li")
        assert page.get_by_role("button", name="Done", exact=True).count() == 2
        accessible(page, "two cooks")
        shot(page, "two-cooks")
        page.goto(board.origin + "/kitchen?cook=Ana")
        assert page.get_by_role("button", name="Done", exact=True).count() == 1
        page.wait_for_timeout(800)
        mine = page.locator("#now .text").first.inner_text()
        page.get_by_role("button", name="Done", exact=True).click()
        page.wait_for_function("t => document.querySelector('#now .text').textContent !== t", arg=mine)
        page.goto(board.origin + "/kitchen?cook=Zoe")
        assert page.get_by_text("No cook of this meal is called").count() == 1
        page.problems = [text for text in page.problems if "404" not in text]
        no_problems(page)


def strangers(browser):
    """A page of another site, on another port or another name, gets nothing and does nothing."""
    with Board() as board:
        board.pair()
        board.furnish()
        context = browser.new_context()
        own = open_page(context, board, "/dishes")
        other = free_port()
        page_text = f"""<!DOCTYPE html><title>x</title><form id=f method=post action="{board.origin}/undo" enctype="text/plain">
          <input name=x value=y></form><form id=g method=post action="{board.origin}/cook"><input name=name value=lunch></form>""".encode()

        class Site(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page_text)

            def log_message(self, *_):
                pass

        site = http.server.ThreadingHTTPServer(("127.0.0.1", other), Site)
        threading.Thread(target=site.serve_forever, daemon=True).start()
        page = context.new_page()
        for form in ["f", "g"]:
            page.goto(f"http://127.0.0.1:{other}/")
            with page.expect_navigation():
                page.evaluate(f"document.getElementById('{form}').submit()")
            assert "did not come from a page of the board" in page.content() or "not paired" in page.content(), page.content()
        page.goto(f"http://127.0.0.1:{other}/")
        read = page.evaluate("""place => Promise.all([
          fetch(place + '/api/status', {credentials: 'include'}).then(r => r.text()).catch(() => null),
          fetch(place + '/api/run/pause', {method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}'}).then(r => r.type).catch(() => null),
          new Promise(done => { const s = new EventSource(place + '/api/events', {withCredentials: true});
            s.onopen = () => done('open'); s.onerror = () => done(null); })])""", board.origin)
        assert read[0] is None and read[2] is None, read
        page.goto(f"http://127.0.0.1:{other}/")
        framed = page.evaluate("""place => new Promise(done => { const frame = document.createElement('iframe');
          frame.src = place + '/kitchen'; frame.onload = () => { try { done(frame.contentDocument?.title ?? 'foreign'); }
          catch { done('foreign'); } }; document.body.append(frame); })""", board.origin)
        assert "Kitchen" not in framed, framed
        assert len(board.get("/api/history")[1]) == 0
        site.shutdown()
        no_problems(own)


def rebinding(browser):
    """A name of somebody else's that leads here gets nothing."""
    with Board() as board:
        page = browser.new_page()
        try:
            answer = page.goto(f"http://evil.test:{board.port}/")
        except Exception as error:
            if "ERR_NAME_NOT_RESOLVED" in str(error) or "NS_ERROR" in str(error):
                print("        left out: this browser maps no names")
                return
            raise
        assert answer.status == 421, answer.status


ALL = [sizes, two_cooks, tastes, wrong_clock, hidden_tab, eight_tabs, spoken, shopping, edited_elsewhere, dropped_file,
       keyboard, strangers, rebinding, restart, black_hole]


if __name__ == "__main__":
    sys.exit(pages.main(sys.argv[1:], ALL))
