/** Settings by key. */
export type KeptTexts = Readonly<Record<string, string>>;

/**
 * The small texts that go with the databases. Browsers write them to disk seconds later and all at once: a text that was
 * read back may be gone after a crash, but where the last one written is there, those before it are too.
 */
export interface RestorableTexts {
  read(): KeptTexts;
  /** Puts texts in place of those that are there, then `token`. */
  write(texts: KeptTexts, token: string): void;
  /** The token that was written last; null where none was. */
  token(): string | null;
}
