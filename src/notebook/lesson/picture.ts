import * as v from 'valibot';

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const name = text(80);
const caption = { caption: text(400) };
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2024-01-31'));

/** The pictures that the app can show, each with its parameters; all look at the lab of the lesson. */
export const pictureSchema = v.variant('show', [
  /** The map of the route: what runs, with one station pointed out. */
  v.strictObject({ show: v.literal('map'), ...caption, station: v.optional(name) }),
  /** The point-in-time explorer: one lane per feature view, and the row that a join takes as of a date, by whose rules. */
  v.strictObject({
    show: v.literal('timeline'),
    ...caption,
    customer: v.optional(name),
    asOf: v.optional(date),
    ttlDays: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3650))),
    join: v.optional(v.picklist(['lab', 'naive', 'local-store', 'sql-store'])),
  }),
  /** Which snapshots there are: tables against months. */
  v.strictObject({ show: v.literal('snapshots'), ...caption }),
  /** A training set with the rows that know their future marked. */
  v.strictObject({ show: v.literal('leakage'), ...caption, asOf: v.optional(date) }),
  /** Confusion, scores and cost of a run as the threshold moves; `run` is its name. */
  v.strictObject({ show: v.literal('threshold'), ...caption, run: v.optional(name) }),
  v.strictObject({
    show: v.literal('curve'),
    ...caption,
    curve: v.picklist(['roc', 'precision-recall', 'calibration', 'loss']),
    run: v.optional(name),
  }),
  v.strictObject({ show: v.literal('importances'), ...caption, run: v.optional(name) }),
  v.strictObject({ show: v.literal('compare-runs'), ...caption }),
  /** Who was in Production when, and why. */
  v.strictObject({ show: v.literal('stages'), ...caption, model: v.optional(name) }),
  /** The online store's values on a line of time, up to the clock. */
  v.strictObject({ show: v.literal('online'), ...caption, customer: v.optional(name) }),
  /** A request and its answer, feature by feature. */
  v.strictObject({ show: v.literal('request'), ...caption, customer: v.optional(name) }),
  /** The API's log. */
  v.strictObject({ show: v.literal('log'), ...caption }),
]);

/** What to show, with a caption that also says it to those who do not see it. */
export type Picture = Readonly<v.InferOutput<typeof pictureSchema>>;
