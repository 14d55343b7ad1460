// The board's clock: what it said last, and how long ago by a clock that nobody sets.
export class Clock {
  #offset = Date.now() - performance.now();
  #best = -Infinity;

  // The message that travelled fastest makes the board's clock latest: the greatest offset is nearest.
  // One that lay somewhere for a while is told with its age.
  heard(nowAt, age = 0) {
    const offset = Date.parse(nowAt) + age - performance.now();
    const isFirst = this.#best === -Infinity;
    // A clock that was set, or a machine that slept, begins again.
    if (isFirst || offset > this.#best || this.#best - offset > 2000) {
      this.#best = offset;
      this.#offset = offset;
    }
  }

  now() { return performance.now() + this.#offset; }

  // What a clock on the wall showed at a moment of performance.now().
  wallText(moment) {
    const date = new Date(moment + this.#offset);
    return date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  }
}
