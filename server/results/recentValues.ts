/** A bounded cache: the values used most recently, at most `capacity` of them. */
export class RecentValues<Value> {
  readonly #values = new Map<string, Value>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.#remember(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#remember(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#capacity && oldest !== undefined) this.#values.delete(oldest);
  }

  #remember(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
  }
}
