const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Numbers distinct byte strings in the order of their first appearance. Repeated cells are recognised by
 * their bytes, so that a text is decoded only once per distinct value.
 */
export class ByteDictionary {
  size = 0;
  #slots = new Int32Array(64).fill(-1);
  #hashes = new Int32Array(32);
  #offsets = new Int32Array(33);
  #pool = new Uint8Array(512);

  /**
   * The number of `bytes[start … end)`; a new one, equal to the former `size`, where it was not seen before.
   */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let code = this.#slots[slot] as number; code !== -1; code = this.#slots[slot] as number) {
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
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
    if (this.size * 2 > this.#slots.length) this.#rehash();
    if (code === this.#hashes.length) {
      this.#hashes = doubled(this.#hashes, Int32Array);
      this.#offsets = doubled(this.#offsets, Int32Array);
    }
    const offset = this.#offsets[code] as number;
    const poolEnd = offset + end - start;
    while (poolEnd > this.#pool.length) this.#pool = doubled(this.#pool, Uint8Array);
    this.#pool.set(bytes.subarray(start, end), offset);
    this.#offsets[code + 1] = poolEnd;
    this.#hashes[code] = hash;
    this.#place(code);
    return code;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let code = 0; code < this.size - 1; code++) this.#place(code);
  }

  #place(code: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[code] as number) & mask;
    while (this.#slots[slot] !== -1) slot = (slot + 1) & mask;
    this.#slots[slot] = code;
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
