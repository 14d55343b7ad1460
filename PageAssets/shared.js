// One stream of events for all tabs of this browser: a host lets a browser keep six connections, and a
// seventh tab would hang without a word. Runs as a shared worker.
const ports = new Set();
let source = null;
let newest = null;
let heardAt = 0;

function tell(message) {
  for (const port of ports) port.postMessage(message);
}

function open() {
  source?.close();
  source = new EventSource("/api/events");
  for (const name of ["status", "beat", "bye", "forgotten"]) {
    source.addEventListener(name, (event) => {
      heardAt = performance.now();
      const message = { name, data: event.data, at: heardAt };
      if (name === "status") newest = message;
      tell(message);
    });
  }
  source.onopen = () => tell({ name: "open" });
  source.onerror = () => {
    tell({ name: "lost" });
    if (source.readyState === EventSource.CLOSED) retry();
  };
}

// A stream that was refused does not come back by itself; a screen that was forgotten is told so.
async function retry() {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const answer = await fetch("/api/status").catch(() => null);
  if (answer?.status === 403) tell({ name: "forgotten" });
  open();
}

addEventListener("connect", (event) => {
  const port = event.ports[0];
  port.onmessage = ({ data }) => {
    if (data === "hello") {
      ports.add(port);
      const now = performance.now();
      if (source?.readyState !== EventSource.OPEN) port.postMessage({ name: "lost" });
      else if (newest) port.postMessage({ ...newest, age: now - newest.at, silence: now - heardAt });
    }
    if (data === "goodbye") ports.delete(port);
    if (data === "again") open();
  };
});

open();
