import * as v from 'valibot';
import { chartSpecSchema } from '../document/output-schema.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));

/** Base64, and nothing that could end an attribute. */
const base64 = v.pipe(text, v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/**
 * An output as a report keeps it: text, a table as texts of its first rows, a chart as its description, a picture of
 * pixels, an error, or what a check found. Nothing in it can run.
 */
export const reportOutputSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('text'),
    level: v.picklist(['debug', 'log', 'info', 'warn', 'error', 'value']),
    text,
  }),
  v.strictObject({
    kind: v.literal('table'),
    type: text,
    nRows: count,
    columns: v.array(v.strictObject({ name: text, isNumber: v.boolean() })),
    /** Row by row, as texts. */
    rows: v.array(v.array(text)),
  }),
  v.strictObject({ kind: v.literal('chart'), spec: chartSpecSchema }),
  v.strictObject({
    kind: v.literal('image'),
    mimeType: v.picklist(['image/png', 'image/jpeg']),
    data: base64,
  }),
  v.strictObject({ kind: v.literal('error'), name: text, message: text, hint: v.nullable(text) }),
  v.strictObject({
    kind: v.literal('check'),
    passed: v.boolean(),
    name: text,
    expected: text,
    actual: text,
    hint: text,
  }),
]);

/** See `reportOutputSchema`. */
export type ReportOutput = v.InferOutput<typeof reportOutputSchema>;
