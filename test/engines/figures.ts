import type { Database } from '../../src/core/database.ts';
import { canonicalJson, digestOf } from '../../src/core/digest.ts';
import { type LabCollections, labKeyPaths } from '../../src/core/engine/collections.ts';
import type { CellOutput } from '../../src/notebook/document/output.ts';
import { recordKey } from '../../src/storage/record-key.ts';

/** What an engine showed or stored, by where: equal text means equal to the bit. */
export type Figures = Readonly<Record<string, string>>;

/** The content of snapshots is told apart by the digests of their records. */
const LEFT_OUT: readonly (keyof LabCollections)[] = ['snapshotPayloads'];

/** Longer texts are compared by their digest. */
const LONGEST = 400;

/** A cell's output as a text. */
export function figureOf(output: CellOutput): string {
  return textOf(output.kind === 'error' ? ownWords(output) : output);
}

/** Any value as a text, every bit of its numbers and buffers in it. */
export function textOf(value: unknown): string {
  const text = canonicalJson(withViews(value)) ?? 'undefined';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… ${digestOf(text)}` : text;
}

/** Every record that a lab stores: runs, metrics, receipts, models, stages, online rows, requests. */
export async function figuresOfLab(database: Database<LabCollections>): Promise<Figures> {
  const figures: Record<string, string> = {};
  for (const name of Object.keys(labKeyPaths) as (keyof LabCollections)[]) {
    if (LEFT_OUT.includes(name)) continue;
    const records = await database.read([name], (transaction) => transaction.getAll(name));
    for (const record of records) {
      const key = recordKey(record, labKeyPaths[name]);
      figures[`${name} ${JSON.stringify(key)}`] = textOf(record);
    }
  }
  return figures;
}

/** Of an error what the lab says itself: engines word their own errors each in its way, and count columns so. */
function ownWords(error: Extract<CellOutput, { kind: 'error' }>): unknown {
  const { name, message, hint, places } = error;
  const [innermost] = places;
  return { name, ...(hint !== null && { message, hint }), cell: innermost?.cellId, line: innermost?.line };
}

function withViews(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(withViews);
  if (value instanceof Map) return new Map([...value].map(([key, member]) => [key, withViews(member)]));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withViews(member)]));
}
