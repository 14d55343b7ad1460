// A page's ear: the stream that all tabs share where the browser can, else one of its own.
export class Stream {
  #hear;
  #port = null;
  #source = null;

  // `hear` gets the name of each event, its data, how many milliseconds old it is, and for how many
  // nothing has been heard.
  constructor(hear) {
    this.#hear = hear;
    try {
      const worker = new SharedWorker(address("shared.js"));
      worker.onerror = () => this.#alone();
      this.#port = worker.port;
      this.#port.onmessage = ({ data }) => hear(data.name, data.data, data.age, data.silence);
      this.#port.start?.();
      this.#port.postMessage("hello");
      addEventListener("pagehide", () => this.#port?.postMessage("goodbye"));
      addEventListener("pageshow", (event) => { if (event.persisted) this.#port?.postMessage("hello"); });
    } catch {
      this.#alone();
    }
  }

  // Opens it again: it may be silent although it is open.
  again() {
    if (this.#port) this.#port.postMessage("again");
    else this.#alone();
  }

  #alone() {
    this.#port = null;
    this.#source?.close();
    const source = (this.#source = new EventSource("/api/events"));
    for (const name of ["status", "beat", "bye", "forgotten"]) {
      source.addEventListener(name, (event) => this.#hear(name, event.data));
    }
    source.onopen = () => this.#hear("open");
    source.onerror = () => {
      this.#hear("lost");
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.#alone(), 1000);
    };
  }
}

// Scripts are loaded from this board alone: the one policy by which browsers let a worker be named.
function address(name) {
  const place = new URL(name, import.meta.url).pathname;
  if (typeof trustedTypes === "undefined") return place;
  const policy = trustedTypes.createPolicy("board", { createScriptURL: () => place });
  return policy.createScriptURL("");
}
