/** The same thing read again and again: of what is under way at once, only what was asked last is taken. */
export class Latest<Answer> {
  #take: (answer: Answer) => void;
  #last = Promise.resolve();

  constructor(take: (answer: Answer) => void) {
    this.#take = take;
  }

  /** Settles once the newest was taken: whoever waits for an earlier one goes on with what is true then. */
  read(answer: Promise<Answer>): Promise<void> {
    const reading: Promise<void> = answer.then((found) => {
      if (reading !== this.#last) return this.#last;
      return this.#take(found);
    });
    this.#last = reading;
    return reading;
  }
}
