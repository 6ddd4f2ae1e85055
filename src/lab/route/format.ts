import { digestOf } from '../../core/digest.ts';

const whole = new Intl.NumberFormat('en');
const share = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1 });

/** A whole number with its thousands set apart. */
export function count(value: number): string {
  return whole.format(value);
}

/** A share as a percentage with one decimal. */
export function percent(value: number): string {
  return share.format(value);
}

/** A score to six decimals. */
export function score(value: number): string {
  return value.toFixed(6);
}

/** The first twelve digits of a text's SHA-256: enough to compare by eye. */
export function shortDigest(text: string): string {
  return digestOf(text).slice(0, 12);
}
