/** One try to get through the wall: the code of a cell, and where the same code does get through without one. */
export interface Attempt {
  /** What is tried, as a sentence's end: 'a cell cannot …'. */
  readonly name: string;
  /**
   * The body of an async function. In scope: `$url`, an address of the counting server that is this attempt's own, and
   * `$socket`, the same for sockets. It gets through when a request arrives, when it returns the secret, or when
   * something of the page has changed.
   */
  readonly code: string;
  /**
   * Where the control runs it: in a page, or in a worker of a page's own. Null where no wall is needed to keep it out,
   * with the reason in `note`.
   */
  readonly control: 'page' | 'worker' | null;
  readonly note?: string;
  /** Engines in which the control does not get through either, as they do not have what is tried. */
  readonly lackedBy?: readonly ('chromium' | 'firefox' | 'webkit')[];
}

/** What an attempt brought. */
export interface Effects {
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  /** What the code returned, as a text. */
  readonly returned: string;
  /** What of the page is not as it was before. */
  readonly changed: readonly string[];
}

/** Stands in every store of the page; only in what an attempt returns it must not stand. */
export const SECRET = 'the-secret-of-the-page';

/** Whether any of it got through. */
export function gotThrough({ requests, returned, changed }: Effects): boolean {
  return requests.length > 0 || returned.includes(SECRET) || changed.length > 0;
}
