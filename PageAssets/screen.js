// What a screen does beside showing: it stays lit, speaks where that is wanted, and says why where it
// cannot.
const byId = (id) => document.getElementById(id);

export class Screen {
  #lock = null;

  constructor() {
    const field = byId("speech-field");
    const box = byId("speech");
    if (typeof speechSynthesis === "undefined") return;
    field.hidden = false;
    box.checked = stored("souschef-speech") === "yes";
    box.addEventListener("change", () => {
      store("souschef-speech", box.checked ? "yes" : "no");
      if (box.checked) this.speak(byId("forecast").textContent);
      else speechSynthesis.cancel();
    });
  }

  speak(words) {
    if (typeof speechSynthesis === "undefined" || !byId("speech").checked || !words) return;
    const sentence = new SpeechSynthesisUtterance(words);
    sentence.lang = document.documentElement.lang;
    speechSynthesis.speak(sentence);
  }

  // Asked for again whenever the page is seen: browsers let it go when it is not.
  async keepLit() {
    if (!navigator.wakeLock) {
      byId("no-lock").hidden = false;
      return;
    }
    if (document.visibilityState !== "visible" || (this.#lock && !this.#lock.released)) return;
    this.#lock = await navigator.wakeLock.request("screen").catch(() => null);
    byId("lock-refused").hidden = this.#lock !== null;
  }
}

function stored(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function store(key, value) {
  try { localStorage.setItem(key, value); } catch { /* Then it is asked for again. */ }
}
