#!/usr/bin/env python3
"""Looks at the board's pages in Debian's browsers: Chromium, and Firefox where it is installed.

    Tests/BoardTests/pages.py [--shots FOLDER] [NAME…]

Needs playwright 1.58.0 and axe-playwright-python 0.1.8 of PyPI.
"""

import os
import shutil
import signal
import sys
import time
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import forms
from board import Board

SHOTS = None
SIZES = {"phone": (360, 740), "tablet": (1024, 768), "laptop": (1920, 1080)}


def open_page(context, board, path="/kitchen"):
    """A page of a screen that is let in; whatever its console says fails the test."""
    page = context.new_page()
    page.problems = []
    page.on("console", lambda message: page.problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    if not context.cookies():
        page.goto(f"{board.origin}/pair#{board.secret()}")
        page.wait_for_url(f"{board.origin}/")
    page.goto(board.origin + path)
    return page


def no_problems(page):
    assert not page.problems, page.problems


def accessible(page, name):
    found = Axe().run(page).response["violations"]
    assert not found, (name, [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found])


def shot(page, name):
    if SHOTS:
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(150)
            page.screenshot(path=f"{SHOTS}/{name}-{size}.png", full_page=size == "phone")
        page.set_viewport_size({"width": 1024, "height": 768})


def fill(board):
    """A week, things to buy, and runs with a hostile name among them."""
    board.post("/api/dishes", {"name": "Stew", "servings": 4, "tags": ["winter"],
                               "steps": ["chop carrots 10m", "sear beef 8m @burner", "simmer 40m @burner", "toast bread 5m"],
                               "ingredient": ["500 g beef", "2 onions", "3 carrots", "1 l stock", "salt"]})
    for number in range(6):
        body = {"names": ["lunch", "<img src=x onerror=alert(1)>"], "simulate": True, "id": f"fill-{number}"}
        assert board.post("/api/cook", body)[0] == 200
        time.sleep(0.12)
    client = forms.Browser(board)
    for place in [2, 4]:
        client.get("/week")
        day = client.page.source.split('name="day"')[-1].split('value="')[place].split('"')[0]
        client.press("Add to the week", {"day": day, "names": "Stew" if place == 2 else "<img src=x onerror=alert(1)>",
                                         "servings": "8" if place == 2 else ""})
    client.get(f"/history/1")
    client.press("Save", {"rating": ["4"], "note": "<script>alert(1)</script>"})


def every_page(browser):
    with Board() as board:
        board.pair()
        board.furnish()
        fill(board)
        run = board.post("/api/cook", {"name": "lunch", "simulate": True})[1]["runId"]
        context = browser.new_context(viewport={"width": 1024, "height": 768})
        page = open_page(context, board, "/")
        hostile = "/dishes/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
        names = "name=lunch&name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
        places = {
            "tonight": "/", "plan": f"/?{names}&serveAt=23:59", "what-if": "/?name=lunch&whatIf=yes",
            "dishes": "/dishes", "dish": "/dishes/Stew", "hostile": hostile, "step": "/dishes/Stew/steps/simmer",
            "new-step": hostile + "/steps", "import": "/import", "week": "/week", "shop": "/shop",
            "history": "/history", "run": f"/history/{run}", "compare": f"/history/compare?run=1&run={run}",
            "overruns": "/history/steps", "lateness": "/history/meals", "last-cooked": "/history/dishes",
            "learn": "/history/learn", "stored-plan": "/plans/1", "kitchen-idle": "/kitchen", "pair": "/pair",
            "missing": "/nowhere",
        }
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            for name, path in places.items():
                page.goto(board.origin + path)
                assert page.locator("h1").count() == 1, name
                for details in page.locator("main details").all():
                    details.evaluate("node => { node.open = true; }")
                accessible(page, f"{name} {scheme}")
                for width in [320, 1024]:
                    page.set_viewport_size({"width": width, "height": 700})
                    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    assert wide <= 0, (name, width, wide)
                shot(page, f"{name}-{scheme}")
        page.goto(board.origin + "/plans/1/print")
        page.problems = [text for text in page.problems if "404" not in text]
        no_problems(page)


def verbs(browser):
    with Board() as board:
        board.pair()
        board.furnish()
        context = browser.new_context(viewport={"width": 1024, "height": 768})
        page = open_page(context, board, "/?name=lunch")
        page.get_by_role("button", name="Start cooking").click()
        page.wait_for_url(board.origin + "/kitchen")
        for region in ["NOW", "WAITING", "NEXT", "DONE"]:
            assert page.get_by_role("region", name=region, exact=True).count() == 1, region
        accessible(page, "kitchen")
        shot(page, "kitchen")
        done = page.get_by_role("button", name="Done", exact=True)
        box = done.bounding_box()
        assert box["height"] >= 112, box
        size = page.locator("#now .text, #now .left").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert size >= 24, size
        for button in page.locator("main button:visible").all():
            box = button.bounding_box()
            assert box["height"] >= 72, (button.inner_text(), box)
        # The first act is putting the pasta on; by keyboard alone.
        page.wait_for_timeout(700)
        text = page.locator("#now .text").first.inner_text()
        done.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("t => document.querySelector('#now .text').textContent !== t", arg=text)
        assert page.evaluate("document.activeElement.id") in ("done-0", ""), "the focus moved"
        page.wait_for_timeout(700)
        page.get_by_role("button", name="Pause", exact=True).click()
        page.get_by_role("button", name="Resume", exact=True).wait_for()
        page.wait_for_timeout(200)
        page.get_by_role("button", name="Resume", exact=True).click()
        page.get_by_role("button", name="Pause", exact=True).wait_for()
        page.get_by_text("More", exact=True).click()
        accessible(page, "kitchen with more")
        page.get_by_role("button", name="Extend", exact=True).click()
        page.wait_for_function("() => document.getElementById('polite').textContent.length > 0")
        page.get_by_label("Note").fill("The pot boils over.")
        page.get_by_role("button", name="Write down").click()
        shot(page, "kitchen-more")
        no_problems(page)


def two_screens(browser):
    with Board() as board:
        board.pair()
        board.furnish()
        one = open_page(browser.new_context(), board)
        board_waits = time.monotonic() + 5
        while board.secret() is None and time.monotonic() < board_waits:
            time.sleep(0.05)
        time.sleep(0.5)
        two = open_page(browser.new_context(), board)
        assert board.post("/api/cook", {"name": "lunch"})[0] == 200
        for page in [one, two]:
            page.wait_for_selector("#now [data-act], #now li")
        times = []
        for number in range(6):
            before = two.locator("#pause-form").is_visible()
            one.wait_for_timeout(700)
            name = "Pause" if before else "Resume"
            began = time.monotonic()
            one.get_by_role("button", name=name, exact=True).click()
            two.wait_for_function("h => document.getElementById('pause-form').hidden === h", arg=before)
            times.append(time.monotonic() - began)
        times.sort()
        print("        seen elsewhere after", " ".join(f"{t * 1000:.0f}" for t in times), "ms")
        assert times[len(times) // 2] < 0.5, times
        no_problems(one)
        no_problems(two)


def connection_lost(browser):
    with Board() as board:
        board.pair()
        board.furnish()
        assert board.post("/api/cook", {"name": "lunch"})[0] == 200
        page = open_page(browser.new_context(), board)
        page.wait_for_selector("#now li")
        page.wait_for_timeout(800)
        board.process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        page.wait_for_selector("#connection:not([hidden])", timeout=27_000)
        print(f"        silence was said after {time.monotonic() - began:.1f} s")
        assert page.locator("main form button:enabled").count() == 0
        shot(page, "lost")
        board.process.send_signal(signal.SIGCONT)
        page.wait_for_selector("#connection[hidden]", state="attached", timeout=4_000)
        assert page.get_by_role("button", name="Undo").is_enabled()
        board.process.kill()
        board.process.wait()
        page.wait_for_selector("#connection:not([hidden])", timeout=27_000)
        board.start()
        page.wait_for_selector("#connection[hidden]", state="attached", timeout=3_000)
        assert len(board.get("/api/history")[1]) == 1


def without_scripts(browser):
    with Board() as board:
        board.pair()
        board.furnish()
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(board.origin + "/")
        page.get_by_label("Digits").fill(board.pin())
        page.get_by_role("button", name="Pair").click()
        page.wait_for_url(board.origin + "/")
        page.get_by_label("lunch").check()
        page.get_by_role("button", name="Plan").click()
        page.get_by_role("button", name="Start cooking").click()
        page.wait_for_url(board.origin + "/kitchen")
        before = page.locator("#now").inner_text()
        with page.expect_navigation():
            page.get_by_role("button", name="Done", exact=True).click()
        assert page.locator("#now").inner_text() != before
        page.goto(board.origin + "/dishes")
        page.get_by_label("Name").fill("Soup")
        page.get_by_label("Steps").fill("chop leeks 5m\nsimmer 20m @burner")
        page.get_by_role("button", name="Add dish").click()
        page.wait_for_url(board.origin + "/dishes/Soup")


# What a browser cannot be asked here, and why. forms.py uses every page without scripts as well.
LEFT_OUT = {
    ("firefox", "without_scripts"):
        "Playwright cannot keep Debian's Firefox from running scripts; forms.py does without them",
}

ALL = [every_page, verbs, two_screens, without_scripts, connection_lost]


def browsers(playwright, arguments):
    wanted = [word for word in arguments if word in ("chromium", "firefox")] or ["chromium", "firefox"]
    if "chromium" in wanted and (path := shutil.which("chromium")):
        yield "chromium", playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--host-resolver-rules=MAP evil.test 127.0.0.1"])
    if "firefox" in wanted and (path := shutil.which("firefox-esr")):
        yield "firefox", playwright.firefox.launch(channel="moz-firefox", executable_path=path)


def main(arguments, looks=ALL):
    global SHOTS
    if "--shots" in arguments:
        place = arguments.index("--shots")
        SHOTS = arguments[place + 1]
        os.makedirs(SHOTS, exist_ok=True)
        del arguments[place:place + 2]
    failed = 0
    with sync_playwright() as playwright:
        for name, browser in browsers(playwright, arguments):
            for look in looks:
                wanted = [word for word in arguments if word not in ("chromium", "firefox")]
                if wanted and look.__name__ not in wanted:
                    continue
                if reason := LEFT_OUT.get((name, look.__name__)):
                    print(f"-       {name}: {look.__name__}: {reason}", flush=True)
                    continue
                try:
                    look(browser)
                    print(f"ok      {name}: {look.__name__}", flush=True)
                except Exception:
                    failed += 1
                    print(f"FAILED  {name}: {look.__name__}", flush=True)
                    traceback.print_exc()
            browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
