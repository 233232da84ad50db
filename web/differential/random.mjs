/** Random numbers that are the same for the same seed (mulberry32). */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to `end`, without it. */
  below(end) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * end);
  }

  /** Once in `times`. */
  once(times) {
    return this.below(times) === 0;
  }

  /** One of a list; nothing of an empty one. */
  of(list) {
    return list[this.below(list.length)];
  }

  /** An id as `crypto.randomUUID()` makes them. */
  uuid() {
    const hex = (digits) => Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${this.of(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  }
}
