import { AppError } from '../../errors.js';

/**
 * Lets a few in at a time and a few wait; whoever comes after them is asked to come again. So visitors cannot make the
 * server compute without end, whatever they ask for.
 */
export class Turnstile {
  #free: number;
  #waiting: (() => void)[] = [];
  readonly #queue: number;

  constructor({ places, queue }: { places: number; queue: number }) {
    this.#free = places;
    this.#queue = queue;
  }

  /** @throws AppError tooManyRequests when the queue is full */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    if (this.#waiting.length >= this.#queue) throw new AppError('tooManyRequests', { message: 'too many computations wait' });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The place goes to whoever waits longest. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
