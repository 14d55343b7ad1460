// A bell for what is to be done. Browsers let a page ring only after a tap.
export class Sound {
  #context = null;

  constructor(button, none) {
    if (typeof AudioContext === "undefined") {
      none.hidden = false;
      return;
    }
    button.hidden = false;
    button.addEventListener("click", () => {
      this.#context = new AudioContext();
      button.hidden = true;
      this.ring();
    });
  }

  ring() {
    // Like sound, shaking is for pages that were tapped.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 100, 200]);
    if (!this.#context) return;
    const start = this.#context.currentTime;
    for (const [delay, pitch] of [[0, 880], [0.25, 660]]) {
      const tone = this.#context.createOscillator();
      const volume = this.#context.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.3, start + delay);
      volume.gain.exponentialRampToValueAtTime(0.001, start + delay + 0.4);
      tone.connect(volume).connect(this.#context.destination);
      tone.start(start + delay);
      tone.stop(start + delay + 0.4);
    }
  }
}
