// Keeps the kitchen's page live: puts snapshots into keyed nodes, counts to instants by the board's
// clock, and says so when it hears nothing. It has no sentences of its own.
import { Clock } from "./clock.js";
import { Sound } from "./sound.js";

const byId = (id) => document.getElementById(id);
const clock = new Clock();
const sound = new Sound(byId("sound-on"));
const cook = new URLSearchParams(location.search).get("cook")?.toLowerCase() ?? null;
const build = document.body.dataset.build;

let view = null;
let lastHeard = performance.now();
let isLive = true;
let changedAt = 0;
let speed = 1;

// What is heard ------------------------------------------------------------------------------------

function heard(event) {
  const data = JSON.parse(event.data);
  clock.heard(data.nowAt);
  lastHeard = performance.now();
  live(true);
  if (data.build !== build) byId("old-build").hidden = false;
  return data;
}

let source = null;
function open() {
  source?.close();
  source = new EventSource("/api/events");
  source.addEventListener("status", (event) => show(heard(event)));
  source.addEventListener("beat", heard);
  source.addEventListener("bye", () => { lastHeard = performance.now() - 25000; live(false); });
  source.addEventListener("forgotten", () => location.replace("/pair"));
  source.onerror = () => {
    lostAt ??= performance.now();
    if (source.readyState === EventSource.CLOSED) setTimeout(open, 1000);
  };
  source.onopen = () => { lostAt = null; };
}
let lostAt = null;

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
  if (now - lastHeard > 25000 && source.readyState === EventSource.OPEN) open();
}, 500);

for (const name of ["visibilitychange", "pageshow", "online"]) {
  addEventListener(name, () => { tick(); keepAwake(); });
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
  if (!view) {
    if (wasCooking) location.reload();
    return;
  }
  if (byId("interrupted")) byId("interrupted").hidden = true;
  speed = view.speed;
  text(byId("meal"), view.meal);
  text(byId("forecast"), view.forecast);
  byId("forecast").dataset.late = view.isLate ? "yes" : "no";
  text(byId("notice"), view.notice ?? "");
  for (const name of ["now", "waiting", "next", "done"]) list(name, mine(view[name]));
  choices("step-choice", view.steps);
  choices("hand-choice", view.steps);
  choices("drop-choice", view.dishes);
  choices("cook-choice", view.cooks.map((name) => ({ name, text: name })));
  const due = mine(view.now).find((entry) => entry.act);
  const act = byId("done-act");
  if (act && act.value !== (due?.act ?? "")) {
    act.value = due?.act ?? "";
    changedAt = performance.now();
    if (due) {
      sound.ring();
      say("assertive", due.text);
    }
  }
  if (byId("done-run")) byId("done-run").value = view.run;
  if (byId("pause-form")) {
    byId("pause-form").hidden = view.status === "paused";
    byId("resume-form").hidden = view.status !== "paused";
  }
  if (before && before.forecast !== view.forecast) say("polite", view.forecast);
  if (view.notice && before?.notice !== view.notice) say("polite", view.notice);
  buttons();
  tick();
}

function list(name, entries) {
  const place = byId(name);
  const old = new Map([...place.children].map((node) => [node.dataset.key, node]));
  let previous = null;
  for (const entry of entries) {
    const node = old.get(entry.key) ?? line(entry.key);
    old.delete(entry.key);
    text(node.querySelector(".who"), entry.cook ?? "");
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
  byId(name + "-none").hidden = entries.length > 0;
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
    const isIdle = button.id === "done-button" && !byId("done-act").value;
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
  if (verb === "done" && now - changedAt < 600) return;
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

// The screen ---------------------------------------------------------------------------------------

let lock = null;
async function keepAwake() {
  if (document.visibilityState !== "visible" || !navigator.wakeLock) return;
  lock = await navigator.wakeLock.request("screen").catch(() => null);
}

open();
keepAwake();
