// valibot: validates what comes from outside with the types inferred, 2 kB of it in the page.
import * as v from 'valibot';

/** Most characters of a lesson's Markdown, and of one cell, that a link may carry. */
const MAX_LESSON_CHARS = 200_000;
const MAX_CELL_CHARS = 20_000;
const MAX_CELLS = 200;

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(80));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Stations that a link may hide, as the lab names them. */
export const LINK_STATIONS = ['map', 'data', 'features', 'runs', 'models', 'serving', 'notebook'] as const;

/** Controls that a link may lock. */
export const LINK_CONTROLS = ['clock', 'language', 'data', 'faults'] as const;

/**
 * What a lesson link says. `cells` holds the texts that differ from the lesson's own, by the label of their exercise.
 * What a link leaves out stays as the lesson and the student have it.
 */
export const lessonLinkSchema = v.strictObject({
  lesson: v.variant('kind', [
    v.strictObject({ kind: v.literal('shipped'), slug }),
    v.strictObject({
      kind: v.literal('own'),
      markdown: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LESSON_CHARS)),
    }),
  ]),
  /** Id of the step to open at. */
  step: v.exactOptional(slug),
  language: v.exactOptional(v.picklist(['en', 'fr'])),
  dataset: v.exactOptional(name),
  /** Month of the exercises and time of the lab clock, UTC milliseconds. */
  asOf: v.exactOptional(instant),
  clock: v.exactOptional(instant),
  seed: v.exactOptional(whole(0, 4_294_967_295)),
  hiddenStations: v.exactOptional(uniqueList(LINK_STATIONS)),
  lockedControls: v.exactOptional(uniqueList(LINK_CONTROLS)),
  /** Whether all steps are open from the start; in order where left out. */
  steps: v.exactOptional(v.picklist(['in-order', 'open'])),
  /** Solutions shown when asked for, never, or after so many failed tries. */
  solutions: v.exactOptional(v.union([v.picklist(['on', 'off']), whole(1, 99)])),
  /** Minutes that the teacher gives for it. */
  minutes: v.exactOptional(whole(1, 600)),
  /** The teacher's word to the class. */
  note: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(2000))),
  cells: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ label: slug, source: v.pipe(v.string(), v.maxLength(MAX_CELL_CHARS)) })),
      v.minLength(1),
      v.maxLength(MAX_CELLS),
      v.check((cells) => new Set(cells.map(({ label }) => label)).size === cells.length, 'labels repeat'),
    ),
  ),
});

/** A lesson as a teacher shares it. */
export type LessonLink = v.InferOutput<typeof lessonLinkSchema>;

function uniqueList<const T extends readonly string[]>(names: T) {
  return v.pipe(
    v.array(v.picklist(names)),
    v.minLength(1),
    v.maxLength(names.length),
    v.check((list) => new Set(list).size === list.length, 'names repeat'),
  );
}
