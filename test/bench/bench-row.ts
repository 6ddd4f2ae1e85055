/** One measurement: our median, and the reference's in the same minute where there is one. */
export interface BenchRow {
  readonly name: string;
  readonly oursMs: number;
  readonly referenceMs: number | null;
  /** `oursMs / referenceMs`. */
  readonly ratio: number | null;
  /** The largest ratio that is good enough; null where nothing is asked. */
  readonly target: number | null;
  /** What was compared with what, and by which versions. */
  readonly note: string;
}
