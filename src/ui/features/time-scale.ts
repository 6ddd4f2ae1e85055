export const DAY_MS = 86_400_000;

/** Days on a line of pixels. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  /** The pixel of an instant. */
  x(ms: number): number;
  /** The midnight nearest to a pixel, within the scale. */
  dayAt(x: number): number;
  /** The first of each month, thinned out to what has room. */
  readonly months: readonly number[];
}

/** Room for a month's name. */
const TICK_PX = 52;

/** A scale of whole days over `width` pixels. */
export function createTimeScale(from: number, to: number, width: number): TimeScale {
  const perMs = width / (to - from);
  const months = monthsBetween(from, to);
  const every = Math.max(1, Math.ceil((months.length * TICK_PX) / Math.max(width, 1)));
  return {
    from,
    to,
    x: (ms) => (ms - from) * perMs,
    dayAt: (x) => clamp(Math.round((from + x / perMs) / DAY_MS) * DAY_MS, from, to),
    months: months.filter((_, i) => i % every === 0),
  };
}

/** The instants that hold all of `instants` with some days to spare, as midnights. */
export function spanOf(instants: readonly number[]): readonly [from: number, to: number] {
  const first = Math.min(...instants);
  const last = Math.max(...instants);
  return [Math.floor(first / DAY_MS - 24) * DAY_MS, Math.ceil(last / DAY_MS + 24) * DAY_MS];
}

export function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

function monthsBetween(from: number, to: number): number[] {
  const start = new Date(from);
  const months: number[] = [];
  for (let month = start.getUTCMonth() + 1; ; month++) {
    const ms = Date.UTC(start.getUTCFullYear(), month, 1);
    if (ms >= to) return months;
    months.push(ms);
  }
}
