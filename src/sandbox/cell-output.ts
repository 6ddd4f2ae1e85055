import * as v from 'valibot';
import { unpack } from '../core/table/pack.ts';
import { isSoundTable } from '../notebook/remote/sound-table.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const dtype = v.picklist(['int64', 'float64', 'bool', 'string', 'timestamp']);

const place = v.strictObject({
  cellId: text,
  line: count,
  column: v.nullable(count),
});

interface Tree {
  readonly type: string;
  readonly preview: string;
  readonly members?: readonly (readonly [string, Tree])[] | undefined;
  readonly nMore?: number | undefined;
}

const tree: v.GenericSchema<Tree> = v.strictObject({
  type: text,
  preview: text,
  members: v.optional(v.array(v.strictTuple([text, v.lazy(() => tree)]))),
  nMore: v.optional(count),
});

const axis = v.strictObject({
  label: v.optional(text),
  type: v.optional(v.picklist(['linear', 'log', 'utc', 'band', 'point'])),
  domain: v.optional(v.array(v.union([v.number(), text]))),
  grid: v.optional(v.boolean()),
});

const mark = v.strictObject({
  mark: v.picklist(['line', 'dot', 'bar', 'area', 'rule', 'histogram', 'text', 'cell']),
  data: v.record(text, v.array(v.union([v.number(), text, v.boolean(), v.null()]))),
  dtypes: v.record(text, dtype),
  ...Object.fromEntries(
    ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'color', 'text'].map((channel) => [channel, v.optional(text)]),
  ),
  r: v.optional(v.number()),
  opacity: v.optional(v.number()),
  bins: v.optional(v.number()),
});

/** An output as a kernel may send it; plain values only, each of its declared type. */
export const cellOutput = v.variant('kind', [
  v.strictObject({
    kind: v.literal('text'),
    level: v.picklist(['debug', 'log', 'info', 'warn', 'error']),
    text,
    place: v.optional(place),
  }),
  v.strictObject({ kind: v.literal('value'), value: tree }),
  v.strictObject({
    kind: v.literal('table'),
    packed: v.pipe(v.instance(ArrayBuffer), v.check(isSoundPack)),
    nRows: count,
    dtypes: v.record(text, dtype),
    type: text,
  }),
  v.strictObject({
    kind: v.literal('chart'),
    spec: v.strictObject({
      title: v.optional(text),
      x: v.optional(axis),
      y: v.optional(axis),
      marks: v.array(mark),
    }),
  }),
  v.strictObject({
    kind: v.literal('error'),
    name: text,
    message: text,
    hint: v.nullable(text),
    places: v.array(place),
  }),
  v.strictObject({
    kind: v.literal('check'),
    result: v.strictObject({
      passed: v.boolean(),
      name: text,
      expected: tree,
      actual: tree,
      hint: text,
    }),
  }),
]);

/** Whether a table can be read from the bytes, and holds together. */
function isSoundPack(packed: ArrayBuffer): boolean {
  try {
    return isSoundTable(unpack(packed));
  } catch {
    return false;
  }
}
