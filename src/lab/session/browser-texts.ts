/** Small texts by key, as `localStorage` keeps them. */
export type Texts = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

let texts: Texts | null = null;

/** The browser's small texts; where it keeps none (reading `localStorage` throws there), some that go with the page. */
export function browserTexts(): Texts {
  texts ??= find();
  return texts;
}

function find(): Texts {
  try {
    return localStorage;
  } catch {
    return createPageTexts();
  }
}

function createPageTexts(): Texts {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}
