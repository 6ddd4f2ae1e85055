/** `value` to one decimal. */
export function toTenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `value` to halves. */
export function toHalves(value: number): number {
  return Math.round(value * 2) / 2;
}

/** An amount to steps of 0.05, as tariffs are printed. */
export function toFiveCents(amount: number): number {
  return Math.round(amount * 20) / 20;
}

/** `value` kept within [low, high]. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
