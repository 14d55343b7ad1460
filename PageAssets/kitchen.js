// Keeps the kitchen's page live: puts snapshots into keyed nodes, counts to instants by the board's
// clock, and says so when it hears nothing. It has no sentences of its own.
import { Clock } from "./clock.js";
import { Screen } from "./screen.js";
import { Sound } from "./sound.js";
import { Stream } from "./stream.js";

const byId = (id) => document.getElementById(id);
const clock = new Clock();
const sound = new Sound(byId("sound-on"), byId("no-sound"));
const screen = new Screen();
const cook = new URLSearchParams(location.search).get("cook")?.toLowerCase() ?? null;
const build = document.body.dataset.build;
const cards = [...document.querySelectorAll("#now .cook")];

let view = null;
let lastHeard = performance.now();
let lostAt = null;
let isLive = true;
let speed = 1;
// Since when each card shows the act that its Done answers.
const changedAt = new Map();

// What is heard ------------------------------------------------------------------------------------

const stream = new Stream((name, text, age = 0, silence = 0) => {
  switch (name) {
    case "open": lostAt = null; break;
    case "lost": lostAt ??= performance.now(); break;
    case "bye": lastHeard = performance.now() - 25000; live(false); break;
    case "forgotten": location.replace("/pair"); break;
    default: {
      const data = JSON.parse(text);
      clock.heard(data.nowAt, age);
      lastHeard = performance.now() - silence;
      live(true);
      if (data.build !== build) byId("old-build").hidden = false;
      if (name === "status") show(data);
    }
  }
});

function live(now) {
  if (now) lostAt = null;
  if (now === isLive) return;
  isLive = now;
  document.documentElement.classList.toggle("stale", !now);
  byId("connection").hidden = now;
  if (!now) byId("lost-since").textContent = clock.wallText(lastHeard);
  say("assertive", now ? byId("forecast").textContent : byId("connection").textContent);
  buttons();
}

// A socket that is open may still be silent: only what was heard counts.
setInterval(() => {
  const now = performance.now();
  if (now - lastHeard > 25000 || (lostAt !== null && now - lostAt > 3000)) live(false);
  if (now - lastHeard > 25000 && now - askedAt > 2500) {
    askedAt = now;
    stream.again();
  }
}, 500);
let askedAt = 0;

for (const name of ["visibilitychange", "pageshow", "online"]) {
  addEventListener(name, () => { tick(); screen.keepLit(); });
}

// What is shown ------------------------------------------------------------------------------------

function mine(entries) {
  return entries.filter((entry) => !cook || !entry.cook || entry.cook.toLowerCase() === cook);
}

function show(data) {
  if (data.error) {
    // The kitchen cannot be read for now: what stands here is the last that was known.
    const words = [data.error.message, ...data.error.hints].join(" ");
    text(byId("notice"), words);
    say("assertive", words);
    return;
  }
  const before = view;
  const wasCooking = !byId("cooking").hidden;
  view = data.view;
  byId("cooking").hidden = !view;
  // A page that was made for other cooks, or whose run is over, is made again.
  if (!view ? wasCooking : !cook && cards.length !== view.cooks.length) {
    location.reload();
    return;
  }
  if (!view) return;
  if (byId("interrupted")) byId("interrupted").hidden = true;
  speed = view.speed;
  text(byId("meal"), view.meal);
  text(byId("forecast"), view.forecast);
  byId("forecast").dataset.late = view.isLate ? "yes" : "no";
  text(byId("notice"), view.notice ?? "");
  cards.forEach(card);
  for (const name of ["waiting", "next", "done"]) list(name, mine(view[name]));
  choices("step-choice", view.steps);
  choices("hand-choice", view.steps);
  choices("drop-choice", view.dishes);
  choices("cook-choice", view.cooks.map((name) => ({ name, text: name })));
  if (byId("pause-form")) {
    byId("pause-form").hidden = view.status === "paused";
    byId("resume-form").hidden = view.status !== "paused";
  }
  if (before && before.forecast !== view.forecast) say("polite", view.forecast);
  if (view.notice && before?.notice !== view.notice) say("polite", view.notice);
  buttons();
  tick();
}

// What one cook is to do, and what that cook's Done answers.
function card(place, position) {
  const index = place.dataset.cook;
  const name = view.cooks.length > 1 ? view.cooks[index] : null;
  const entries = view.now.filter((entry) => !name || entry.cook === name || (!entry.cook && position === 0));
  list(`now-${index}`, entries, false);
  const due = entries.find((entry) => entry.act);
  const act = byId(`done-act-${index}`);
  if (byId(`done-run-${index}`)) byId(`done-run-${index}`).value = view.run;
  const before = act ? act.value : place.dataset.act ?? "";
  if (before === (due?.act ?? "")) return;
  if (act) act.value = due?.act ?? "";
  place.dataset.act = due?.act ?? "";
  changedAt.set(index, performance.now());
  if (!due) return;
  sound.ring();
  const words = name && !cook ? `${name}: ${due.text}` : due.text;
  say("assertive", words);
  screen.speak(words);
}

function list(name, entries, isNamed = true) {
  const place = byId(name);
  const old = new Map([...place.children].map((node) => [node.dataset.key, node]));
  let previous = null;
  for (const entry of entries) {
    const node = old.get(entry.key) ?? line(entry.key);
    old.delete(entry.key);
    text(node.querySelector(".who"), isNamed ? entry.cook ?? "" : "");
    text(node.querySelector(".text"), entry.text);
    text(node.querySelector(".detail"), entry.detail);
    text(node.querySelector(".clock"), entry.clock);
    node.dataset.urgency = entry.urgency;
    if (entry.untilAt) node.dataset.until = entry.untilAt; else delete node.dataset.until;
    const next = previous ? previous.nextSibling : place.firstChild;
    if (next !== node) place.insertBefore(node, next);
    previous = node;
  }
  for (const node of old.values()) node.remove();
  if (byId(name + "-none")) byId(name + "-none").hidden = entries.length > 0;
}

function line(key) {
  const node = document.createElement("li");
  node.dataset.key = key;
  const what = document.createElement("span");
  what.className = "what";
  for (const [tag, name] of [["b", "who"], ["span", "text"], ["span", "detail"]]) {
    const part = document.createElement(tag);
    part.className = name;
    what.append(part);
  }
  const left = document.createElement("span");
  left.className = "left";
  const time = document.createElement("span");
  time.className = "clock";
  node.append(left, what, time);
  return node;
}

function choices(id, wanted) {
  const place = byId(id);
  if (!place) return;
  const chosen = place.value;
  const old = new Map([...place.options].map((node) => [node.value, node]));
  const nodes = wanted.map(({ name, text: words }) => {
    const node = old.get(name) ?? document.createElement("option");
    node.value = name;
    text(node, words);
    return node;
  });
  if (nodes.length !== place.options.length || nodes.some((node, index) => node !== place.options[index])) {
    place.replaceChildren(...nodes);
    if (wanted.some(({ name }) => name === chosen)) place.value = chosen;
  }
}

function text(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

function say(region, words) {
  byId(region).textContent = "";
  requestAnimationFrame(() => { byId(region).textContent = words; });
}

function tick() {
  for (const node of document.querySelectorAll("[data-until]")) {
    const left = Math.floor(((Date.parse(node.dataset.until) - clock.now()) * speed) / 1000);
    text(node.querySelector(".left"), countdown(left));
  }
}
setInterval(tick, 250);

function countdown(left) {
  const size = Math.abs(left);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  const pad = (value) => String(value).padStart(2, "0");
  const words = parts[0] > 0 ? `${parts[0]}:${pad(parts[1])}:${pad(parts[2])}` : `${parts[1]}:${pad(parts[2])}`;
  return (left < 0 ? "-" : "") + words;
}

// What is pressed ----------------------------------------------------------------------------------

function buttons() {
  for (const button of document.querySelectorAll("main form button")) {
    const isIdle = button.classList.contains("done") && !button.form.elements.act.value;
    button.disabled = !isLive || isIdle;
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.verb) return;
  event.preventDefault();
  const verb = event.submitter?.dataset.verb ?? form.dataset.verb;
  const now = performance.now();
  if (!isLive || form.dataset.busy) return;
  // A second tap, or one that was meant for what stood here a moment ago.
  if (now - Number(form.dataset.pressedAt ?? -1000) < 600) return;
  if (verb === "done" && now - (changedAt.get(form.closest(".cook").dataset.cook) ?? -1000) < 600) return;
  form.dataset.pressedAt = now;
  form.dataset.busy = "yes";
  try {
    await send(form, verb);
  } finally {
    delete form.dataset.busy;
  }
});

async function send(form, verb) {
  const body = Object.fromEntries(new FormData(form));
  delete body.form;
  delete body.back;
  body.id = requestId();
  const place = verb === "cook" ? "/api/cook" : `/api/run/${verb}`;
  const sentAt = performance.now();
  const answer = await fetch(place, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!answer) {
    lostAt ??= sentAt;
    return;
  }
  const said = await answer.json().catch(() => null);
  if (answer.ok) {
    if (said?.said) say("polite", said.said);
  } else if (said?.error) {
    const words = [said.error.message, ...said.error.hints].join(" ");
    byId("notice").textContent = words;
    say("assertive", words);
  }
}

function requestId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

screen.keepLit();
