// Ticks things off the shopping list. What is ticked while the board is not heard from is kept on this
// screen, also where the page is closed, and sent when the board is back: only what changed here, so
// that nothing of another screen's is lost.
const list = document.getElementById("list");
const boxes = new Map([...(list?.querySelectorAll("[name=ticked]") ?? [])].map((box) => [box.value, box]));
const key = "souschef-ticks";
let pending = kept();
let isSending = false;

function kept() {
  try { return new Map(Object.entries(JSON.parse(localStorage.getItem(key) ?? "{}"))); } catch { return new Map(); }
}

function keep() {
  try { localStorage.setItem(key, JSON.stringify(Object.fromEntries(pending))); } catch { /* Then the page alone keeps them. */ }
}

// What is kept here counts before what the page was made with.
for (const [name, isTicked] of pending) if (boxes.has(name)) boxes.get(name).checked = isTicked;
document.getElementById("save")?.setAttribute("hidden", "");

list?.addEventListener("change", (event) => {
  if (event.target.name !== "ticked") return;
  pending.set(event.target.value, event.target.checked);
  keep();
  send();
});
list?.addEventListener("submit", (event) => { event.preventDefault(); send(); });

async function send() {
  if (isSending) return;
  isSending = true;
  try {
    while (pending.size > 0) {
      const sent = new Map(pending);
      const names = (isTicked) => [...sent].filter(([, state]) => state === isTicked).map(([name]) => name);
      const answer = await exchange("/api/shop", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ tick: names(true), untick: names(false) }),
      });
      if (!answer) return;
      // What was ticked again while it was under way is still to be sent.
      for (const [name, state] of sent) if (pending.get(name) === state) pending.delete(name);
      keep();
    }
    await look();
  } finally {
    isSending = false;
  }
}

// What the list is by now; undefined where the board is not heard from.
async function look() {
  const found = await exchange(`/api/shop?days=${list?.dataset.days ?? 7}`);
  if (!found) return;
  const names = found.map((item) => item.name);
  const isOther = names.length !== boxes.size || names.some((name) => !boxes.has(name));
  document.getElementById("changed").hidden = !isOther;
  for (const item of found) {
    const box = boxes.get(item.name);
    if (box && !pending.has(item.name)) box.checked = item.ticked;
  }
}

async function exchange(place, options = {}) {
  const answer = await fetch(place, { ...options, signal: AbortSignal.timeout(8000) }).catch(() => null);
  const isHeard = answer?.ok ?? false;
  document.getElementById("offline").hidden = isHeard;
  if (answer?.status === 403) location.replace("/pair");
  return isHeard ? answer.json().catch(() => null) : null;
}

// What others tick, and what is still to be sent.
const again = () => { if (document.visibilityState === "visible") send(); };
setInterval(again, 5000);
for (const name of ["visibilitychange", "pageshow", "online"]) addEventListener(name, again);
send();
