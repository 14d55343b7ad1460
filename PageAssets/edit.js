// Tells whoever edits a dish that another screen has changed or removed it.
const changed = document.getElementById("changed");
const place = changed?.dataset.place;
let first = null;

async function look() {
  if (!place || document.visibilityState !== "visible") return;
  const answer = await fetch(place).catch(() => null);
  if (!answer || (!answer.ok && answer.status !== 404)) return;
  const isGone = answer.status === 404;
  const text = isGone ? null : await answer.text().catch(() => null);
  first ??= text;
  document.getElementById("removed").hidden = !isGone;
  changed.hidden = isGone || text === first;
}

setInterval(look, 4000);
addEventListener("visibilitychange", look);
look();
