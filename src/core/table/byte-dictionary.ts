const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Numbers distinct byte strings in the order of their first appearance. Repeated cells are recognised by
 * their bytes, so that a text is decoded only once per distinct value.
 */
export class ByteDictionary {
  size = 0;
  /** Number and hash of a text per slot, number −1 where it is free: side by side, one look into memory gets both. */
  #slots = new Int32Array(2 * 64).fill(-1);
  #offsets = new Int32Array(33);
  #pool = new Uint8Array(512);

  /**
   * The number of `bytes[start … end)`; a new one, equal to the former `size`, where it was not seen before.
   */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const slots = this.#slots;
    const last = slots.length - 2;
    let slot = (hash << 1) & last;
    for (let code = slots[slot] as number; code !== -1; code = slots[slot] as number) {
      if (slots[slot + 1] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 2) & last;
    }
    return this.#add(hash, bytes, start, end);
  }

  /** The texts by number; bytes that are no UTF-8 become U+FFFD. */
  texts(): string[] {
    const end = this.#offsets[this.size] as number;
    const all = decoder.decode(this.#pool.subarray(0, end));
    // One character per byte: the texts can be cut out of one string, which is far cheaper than decoding each.
    if (all.length === end) return this.#map((from, to) => all.slice(from, to));
    return this.#map((from, to) => decoder.decode(this.#pool.subarray(from, to)));
  }

  #map(textBetween: (from: number, to: number) => string): string[] {
    return Array.from({ length: this.size }, (_, code) =>
      textBetween(this.#offsets[code] as number, this.#offsets[code + 1] as number),
    );
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const offset = this.#offsets[code] as number;
    if ((this.#offsets[code + 1] as number) - offset !== end - start) return false;
    for (let i = start, j = offset; i < end; i++, j++) if (bytes[i] !== this.#pool[j]) return false;
    return true;
  }

  #add(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.size++;
    if (this.size * 4 > this.#slots.length) this.#doubleSlots();
    if (this.size === this.#offsets.length) this.#offsets = doubled(this.#offsets, Int32Array);
    const offset = this.#offsets[code] as number;
    const poolEnd = offset + end - start;
    while (poolEnd > this.#pool.length) this.#pool = doubled(this.#pool, Uint8Array);
    this.#pool.set(bytes.subarray(start, end), offset);
    this.#offsets[code + 1] = poolEnd;
    this.#place(code, hash);
    return code;
  }

  /** In the order of the slots, so that memory is read and written in order too. */
  #doubleSlots(): void {
    const former = this.#slots;
    this.#slots = new Int32Array(former.length * 2).fill(-1);
    for (let slot = 0; slot < former.length; slot += 2) {
      if (former[slot] !== -1) this.#place(former[slot] as number, former[slot + 1] as number);
    }
  }

  #place(code: number, hash: number): void {
    const slots = this.#slots;
    const last = slots.length - 2;
    let slot = (hash << 1) & last;
    while (slots[slot] !== -1) slot = (slot + 2) & last;
    slots[slot] = code;
    slots[slot + 1] = hash;
  }
}

/** FNV-1a with a final mix, so that the low bits, which choose the slot, depend on every byte. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function doubled<A extends Int32Array | Uint8Array>(values: A, type: new (length: number) => A): A {
  const grown = new type(values.length * 2);
  grown.set(values);
  return grown;
}
