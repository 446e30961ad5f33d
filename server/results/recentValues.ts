/** A bounded cache of work: what was asked for most recently is kept, and whoever asks meanwhile shares the same work. */
export class RecentValues<Value> {
  readonly #values = new Map<string, Promise<Value>>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value of a key, made by `make` unless it is there or being made. Work that fails is forgotten. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = this.#values.get(key) ?? this.#begin(key, make);
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#capacity && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }

  #begin(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = make();
    value.catch(() => this.#values.get(key) === value && this.#values.delete(key));
    return value;
  }
}
