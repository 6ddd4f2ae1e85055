import { digestOfValue } from '../digest.ts';

/** What a run's results depend on, and what came out. Digests are SHA-256 hex. */
export interface ReceiptContent {
  /** Digest of every input table, by name. */
  readonly dataDigests: Readonly<Record<string, string>>;
  readonly codeVersion: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly seed: number | string | null;
  readonly modelDigest: string;
  readonly predictionsDigest: string;
}

/** A run's receipt: the same inputs must give the same receipt, in every engine. */
export interface Receipt extends ReceiptContent {
  readonly kind: 'receipt';
  readonly version: 1;
  /** SHA-256 hex of the content. */
  readonly digest: string;
  /** Short form to read aloud: 80 bits of the digest, e.g. 'K3PD-09XV-7QMA-R2TC'. */
  readonly code: string;
}

/** One difference between two receipts; a side is undefined where it has no such entry. */
export interface ReceiptDifference {
  /** e.g. 'params.maxDepth'. */
  readonly field: string;
  readonly first: unknown;
  readonly second: unknown;
}

/** Where a run keeps its receipt among its artifacts. */
export const RECEIPT_PATH = 'receipt.json';

// Crockford's alphabet: no I, L, O or U, so that nothing is misread or misheard.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Seals the content with its digest and code. Params must be JSON values. */
export function createReceipt(content: ReceiptContent): Receipt {
  const { dataDigests, codeVersion, params, seed, modelDigest, predictionsDigest } = content;
  const sealed = { dataDigests, codeVersion, params, seed, modelDigest, predictionsDigest };
  const digest = digestOfValue(sealed);
  return { kind: 'receipt', version: 1, ...sealed, digest, code: toCode(digest) };
}

/** What differs between two receipts, inputs first; empty where they are equal. */
export function compareReceipts(first: Receipt, second: Receipt): ReceiptDifference[] {
  const [left, right] = [flatten(first), flatten(second)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((field) => ({ field, first: left.get(field), second: right.get(field) }))
    .filter((pair) => digestOfValue([pair.first ?? null]) !== digestOfValue([pair.second ?? null]));
}

function flatten(receipt: Receipt): Map<string, unknown> {
  const { dataDigests, codeVersion, params, seed, modelDigest, predictionsDigest } = receipt;
  return new Map<string, unknown>([
    ...Object.entries(dataDigests).map(([name, digest]) => [`dataDigests.${name}`, digest] as const),
    ['codeVersion', codeVersion],
    ...Object.entries(params).map(([name, value]) => [`params.${name}`, value] as const),
    ['seed', seed],
    ['modelDigest', modelDigest],
    ['predictionsDigest', predictionsDigest],
  ]);
}

function toCode(digest: string): string {
  const bits = BigInt(`0x${digest.slice(0, 20)}`);
  const letters = Array.from({ length: 16 }, (_, i) => ALPHABET[Number((bits >> BigInt(75 - 5 * i)) & 31n)]);
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-');
}
