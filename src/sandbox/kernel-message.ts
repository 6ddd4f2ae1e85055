import * as v from 'valibot';
import { recordOf } from '../notebook/checking/record-of.ts';
import type { CellOutput } from '../notebook/document/output.ts';
import type { KernelMessage } from '../notebook/kernel/protocol.ts';
import { checkPlain, type PlainLimits } from '../notebook/remote/check-plain.ts';
import { cellOutput } from './cell-output.ts';

/** Room for the longest output that a kernel sends, and for the names and previews of its variables. */
const LIMITS: PlainLimits = { values: 2_000_000, bytes: 64 * 2 ** 20, depth: 40 };

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const names = v.pipe(v.array(v.pipe(text, v.maxLength(1000))), v.maxLength(10_000));

const progress = v.strictObject({
  done: v.number(),
  total: v.nullable(v.number()),
  unit: v.picklist(['rows', 'bytes', 'trees', 'epochs', 'iterations', 'tables']),
  label: v.pipe(text, v.maxLength(1000)),
  loss: v.optional(v.number()),
});

const dtype = v.picklist(['int64', 'float64', 'bool', 'string', 'timestamp']);

const variable = v.strictObject({
  name: v.pipe(text, v.maxLength(1000)),
  type: v.pipe(text, v.maxLength(1000)),
  preview: v.pipe(text, v.maxLength(10_000)),
  isConst: v.boolean(),
  columns: v.optional(recordOf(dtype)),
});

/** Calls are checked by their server, which can answer. */
const message = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({ kind: v.literal('output'), run: count, output: cellOutput }),
  v.strictObject({ kind: v.literal('progress'), run: count, task: count, progress }),
  v.strictObject({
    kind: v.literal('done'),
    run: count,
    result: v.strictObject({ end: v.picklist(['ok', 'error']), reads: names, writes: names }),
    variables: v.pipe(v.array(variable), v.maxLength(10_000)),
  }),
  v.strictObject({ kind: v.literal('cancel'), call: count }),
  v.strictObject({
    kind: v.literal('part'),
    part: v.picklist(['types', 'danfojs', 'tfjs', 'tfjs-wasm']),
  }),
]);

/** What a kernel sent, where it is a message as it should be; null for anything else. */
export function readKernelMessage(data: unknown): KernelMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'call') return readCall(data);
  try {
    checkPlain(data, LIMITS);
  } catch {
    return null;
  }
  const read = v.safeParse(message, data, { abortEarly: true });
  return read.success ? (read.output as KernelMessage & { readonly output?: CellOutput }) : null;
}

function readCall(data: object): KernelMessage | null {
  const { call, method, args } = data as Extract<KernelMessage, { kind: 'call' }>;
  return typeof call === 'number' ? { kind: 'call', call, method, args } : null;
}
