import * as v from 'valibot';

const text = v.string();
const textOrNull = v.nullable(text);
const digest = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
const instant = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));
// A list of pairs where a record would do: no name from outside becomes a member of an object.
const pairs = v.array(v.strictTuple([text, text]));

const receipt = v.strictObject({
  digest,
  code: text,
  codeVersion: text,
  /** As JSON. */
  seed: text,
  dataDigests: pairs,
  modelDigest: text,
  predictionsDigest: text,
});

const run = v.strictObject({
  runId: text,
  runName: text,
  status: text,
  startTime: instant,
  endTime: v.nullable(instant),
  params: pairs,
  /** Numbers as JavaScript writes them: exact, and NaN and infinities too. */
  metrics: pairs,
  /** Null for a run that logged by hand. */
  receipt: v.nullable(receipt),
});

const model = v.strictObject({
  name: text,
  versions: v.array(
    v.strictObject({ version: whole, stage: text, runId: textOrNull, aliases: v.array(text) }),
  ),
  history: v.array(
    v.strictObject({
      version: whole,
      action: text,
      from: textOrNull,
      to: textOrNull,
      at: instant,
      reason: textOrNull,
    }),
  ),
});

const request = v.strictObject({
  at: instant,
  method: text,
  path: text,
  status: whole,
  outcome: text,
  entity: textOrNull,
  modelName: textOrNull,
  modelVersion: textOrNull,
  prediction: textOrNull,
  features: pairs,
  missing: v.array(text),
  stale: v.array(text),
  imputed: v.array(text),
  message: textOrNull,
});

/** What a step's lab held: its runs with receipts, the registry and its history, the calls of `/predict`. */
export const reportLabSchema = v.strictObject({
  recordedAt: instant,
  /** What the lab clock showed. */
  labNow: instant,
  datasetDigest: textOrNull,
  /** Newest first. */
  runs: v.array(run),
  models: v.array(model),
  requests: v.array(request),
});

/** See `reportLabSchema`. */
export type ReportLab = v.InferOutput<typeof reportLabSchema>;

/** A run in a report. */
export type ReportRun = ReportLab['runs'][number];
