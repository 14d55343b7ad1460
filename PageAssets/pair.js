// Lets this screen in with the secret of the link, which no server log has: it stands behind the #.
const secret = location.hash.slice(1);
if (/^[0-9a-f]{32}$/.test(secret)) {
  history.replaceState(null, "", location.pathname);
  const answer = await fetch("/api/pair", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ secret, name: screenName() }),
  });
  if (answer.ok) {
    location.replace("/");
  } else {
    const { error } = await answer.json();
    document.getElementById("pair-problem").textContent = [error.message, ...error.hints].join(" ");
  }
}

function screenName() {
  const agent = navigator.userAgent;
  const kind = ["iPad", "iPhone", "Android", "Macintosh", "Windows", "Linux"].find((name) => agent.includes(name));
  const browser = ["Firefox", "Edg", "Chrome", "Safari"].find((name) => agent.includes(name));
  return [browser, kind].filter(Boolean).join(" on ");
}
