/** A growing list of integers in one typed array: the places of a text whose characters stand for many others each. */
export class Numbers {
  #values: Int32Array;
  #length = 0;

  constructor(expected: number) {
    this.#values = new Int32Array(expected);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(2 * this.#length + 16);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  toArray(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
