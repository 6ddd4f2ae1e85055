import * as v from 'valibot';
// yaml: what every editor and code host takes front matter for, read by the rules of YAML itself.
import { parseDocument } from 'yaml';
import { LANGUAGES } from './language.ts';
import type { ProblemList } from './lesson-problem.ts';
import { LIMITS } from './limits.ts';

const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{1,60}$/, 'small letters, digits and dashes, such as point-in-time-joins'),
);
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/, 'a date such as 2024-03-01, or with T06:00Z'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a day that exists'),
);
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2024-01-31'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a day that exists'),
);
const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295));
const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

const frontMatterSchema = v.strictObject({
  slug,
  number: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))), null),
  language: v.picklist(LANGUAGES),
  title: line(LIMITS.titleCharacters),
  goal: line(LIMITS.goalCharacters),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(180)),
  requires: v.optional(v.pipe(v.array(slug), v.maxLength(20)), []),
  start: v.optional(
    v.strictObject({
      dataset: v.optional(v.nullable(v.picklist(['streamflow'])), 'streamflow'),
      clock: v.optional(v.nullable(instant), null),
      asOf: v.optional(v.nullable(day), null),
      seed: v.optional(v.nullable(seed), null),
      prepare: v.optional(v.pipe(v.array(slug), v.maxLength(8)), []),
    }),
    {},
  ),
});

/** What stands between the two `---` lines of a lesson. */
export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

/** Reads front matter whose first line is line 2 of the file; null, and why, where it is not as it must be. */
export function readFrontMatter(text: string, problems: ProblemList): FrontMatter | null {
  if (text.length > LIMITS.frontMatterCharacters) {
    problems.add(1, {
      code: 'front-matter-too-long',
      message: `the front matter has ${text.length} characters`,
      hint: `${LIMITS.frontMatterCharacters} are enough: put the text of the lesson below it`,
    });
    return null;
  }
  const value = parseYaml(text, 2, problems);
  if (value === undefined) return null;
  const read = v.safeParse(frontMatterSchema, value);
  if (read.success) return read.output;
  for (const issue of read.issues) {
    const key = v.getDotPath(issue) ?? '';
    problems.add(lineOfKey(text, key), {
      code: 'front-matter',
      message: `front matter ${key}: ${issue.message}`,
      hint: 'it takes slug, number, language, title, goal, minutes, requires and start',
    });
  }
  return null;
}

/** A YAML text as plain values; undefined, and why, where it is none. Aliases, which can bomb, are refused. */
export function parseYaml(text: string, firstLine: number, problems: ProblemList): unknown {
  try {
    const document = parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error === undefined) return document.toJS({ maxAliasCount: 0 }) as unknown;
    problems.add(firstLine + text.slice(0, error.pos[0]).split('\n').length - 1, {
      code: 'yaml',
      message: `not YAML: ${error.message}`,
      hint: 'write key: value, one a line; put a text with a colon in quotes',
    });
  } catch (error) {
    problems.add(firstLine, {
      code: 'yaml',
      message: `not YAML: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'write key: value, one a line, without anchors and aliases',
    });
  }
  return undefined;
}

function lineOfKey(text: string, key: string): number {
  const last = key.split('.').at(-1) ?? '';
  const found = text.split('\n').findIndex((candidate) => candidate.trimStart().startsWith(`${last}:`));
  return last === '' || found < 0 ? 1 : found + 2;
}
