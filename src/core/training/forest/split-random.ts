/** The 32-bit xorshift generator that picks the columns to look at; one per tree. */
export class SplitRandom {
  private state: number;

  constructor(start: number) {
    this.state = start === 0 ? 1 : start;
  }

  /** An integer from `low` up to but without `high`. */
  between(low: number, high: number): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return low + ((x & 0x7fffffff) % (high - low));
  }
}
