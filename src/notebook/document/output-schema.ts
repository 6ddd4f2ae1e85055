// What comes from a file or from a kernel may have been forged: one library checks all of it.

import * as v from 'valibot';
import { recordOf } from '../checking/record-of.ts';
import type { CellOutput, ChartSpec, ValueTree } from './output.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const dtype = v.picklist(['int64', 'float64', 'bool', 'string', 'timestamp']);
const dtypes = recordOf(dtype);

/** A place in a cell's source. */
export const placeSchema = v.strictObject({ cellId: text, line: count, column: v.nullable(count) });

/** Nested deeper than any tree the kernel makes, a tree is damaged; reading it must not overflow the stack. */
const MAX_DEPTH = 20;

const tree: v.GenericSchema<ValueTree> = treeSchema(0);

const axis = v.strictObject({
  label: v.optional(text),
  type: v.optional(v.picklist(['linear', 'log', 'utc', 'band', 'point'])),
  domain: v.optional(v.array(v.union([v.number(), text]))),
  grid: v.optional(v.boolean()),
});

const mark = v.strictObject({
  mark: v.picklist(['line', 'dot', 'bar', 'area', 'rule', 'histogram', 'text', 'cell']),
  data: recordOf(v.array(v.union([v.number(), text, v.boolean(), v.null()]))),
  dtypes,
  x: v.optional(text),
  y: v.optional(text),
  x1: v.optional(text),
  x2: v.optional(text),
  y1: v.optional(text),
  y2: v.optional(text),
  color: v.optional(text),
  text: v.optional(text),
  r: v.optional(v.number()),
  opacity: v.optional(v.number()),
  bins: v.optional(v.number()),
});

const textOutput = v.strictObject({
  kind: v.literal('text'),
  level: v.picklist(['debug', 'log', 'info', 'warn', 'error']),
  text,
  place: v.optional(placeSchema),
});
const valueOutput = v.strictObject({ kind: v.literal('value'), value: tree });
const tableOutput = v.strictObject({
  kind: v.literal('table'),
  packed: v.instance(ArrayBuffer),
  nRows: count,
  dtypes,
  type: text,
});
const chartOutput = v.strictObject({ kind: v.literal('chart'), spec: v.lazy(() => chartSpecSchema) });
const imageOutput = v.strictObject({
  kind: v.literal('image'),
  mimeType: v.picklist(['image/png', 'image/jpeg', 'image/svg+xml']),
  data: text,
});
const errorOutput = v.strictObject({
  kind: v.literal('error'),
  name: text,
  message: text,
  hint: v.nullable(text),
  places: v.array(placeSchema),
});
const checkOutput = v.strictObject({
  kind: v.literal('check'),
  result: v.strictObject({ passed: v.boolean(), name: text, expected: tree, actual: tree, hint: text }),
});

/** A chart's description. */
export const chartSpecSchema: v.GenericSchema<ChartSpec> = v.strictObject({
  title: v.optional(text),
  x: v.optional(axis),
  y: v.optional(axis),
  marks: v.array(mark),
});

/** An output as a kernel may send it or a file may hold it: plain values only, each of its declared type. */
export const outputSchema: v.GenericSchema<CellOutput> = v.variant('kind', [
  textOutput,
  valueOutput,
  tableOutput,
  chartOutput,
  imageOutput,
  errorOutput,
  checkOutput,
]);

function treeSchema(depth: number): v.GenericSchema<ValueTree> {
  return v.strictObject({
    type: text,
    preview: text,
    members: v.exactOptional(
      v.array(v.strictTuple([text, v.lazy(() => (depth < MAX_DEPTH ? treeSchema(depth + 1) : v.never()))])),
    ),
    nMore: v.exactOptional(count),
  });
}
