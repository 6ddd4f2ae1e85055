/** A typed array that doubles when it is full; for columns whose length is not known beforehand. */
export class GrowingArray<A extends Float64Array | Int32Array | Uint8Array> {
  length = 0;
  #values: A;
  readonly #type: new (
    length: number,
  ) => A;

  constructor(type: new (length: number) => A) {
    this.#type = type;
    this.#values = new type(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#reserve(this.length * 2);
    this.#values[this.length++] = value;
  }

  /** Sets the value at `position`, with zeros between the former end and it. */
  set(position: number, value: number): void {
    if (position >= this.#values.length) this.#reserve(Math.max(position + 1, this.#values.length * 2));
    this.#values[position] = value;
    this.length = Math.max(this.length, position + 1);
  }

  /** The first `length` values as an array of its own. */
  toArray(length = this.length): A {
    if (length > this.#values.length) this.#reserve(length);
    return this.#values.slice(0, length) as A;
  }

  #reserve(capacity: number): void {
    const grown = new this.#type(capacity);
    grown.set(this.#values);
    this.#values = grown;
  }
}
