import * as v from 'valibot';
import type { CellExtras, OutputExtras } from './ipynb-format.ts';
import { readOutput } from './ipynb-output.ts';
import type { Cell, Notebook } from './notebook.ts';
import {
  checkCells,
  checkLength,
  FILE_LIMITS,
  type ImportOptions,
  NotebookFileError,
  uniqueIds,
} from './notebook-file-error.ts';
import type { CellOutput } from './output.ts';
import { placeSchema } from './output-schema.ts';

const text = v.union([
  v.string(),
  v.pipe(
    v.array(v.string()),
    v.transform((lines) => lines.join('')),
  ),
]);
const cell = v.object({
  cell_type: v.picklist(['code', 'markdown', 'raw']),
  id: v.optional(v.string()),
  metadata: v.optional(v.record(v.string(), v.unknown()), {}),
  source: text,
  outputs: v.optional(v.array(v.record(v.string(), v.unknown())), []),
});
const file = v.object({
  nbformat: v.number(),
  metadata: v.optional(v.record(v.string(), v.unknown()), {}),
  cells: v.array(cell),
});
const run = v.strictObject({
  number: v.number(),
  end: v.picklist(['ok', 'error', 'stopped']),
  stoppedBy: v.optional(v.picklist(['stop', 'time-limit', 'crash'])),
  startedAt: v.number(),
  durationMs: v.number(),
  source: v.string(),
  reads: v.array(v.string()),
  writes: v.array(v.string()),
});
const outputExtras = v.nullable(
  v.union([
    v.strictObject({
      level: v.picklist(['debug', 'log', 'info', 'warn', 'error']),
      place: v.optional(placeSchema),
    }),
    v.strictObject({ hint: v.nullable(v.string()), places: v.array(placeSchema) }),
  ]),
);
// What of the extras is damaged counts as left out: the notebook is readable without.
const extras = v.object({
  id: v.fallback(v.optional(v.string()), undefined),
  lastRun: v.fallback(v.optional(v.nullable(run)), undefined),
  outputs: v.fallback(v.optional(v.array(outputExtras)), undefined),
});
const notebookExtras = v.object({ version: v.literal(1), id: v.pipe(v.string(), v.nonEmpty()) });

/**
 * A notebook from the text of an `.ipynb` file of nbformat 4, this lab's own or a stranger's. Nothing in the file is trusted:
 * of a stranger's outputs texts, JSON and pictures are kept, HTML and scripts are not. A `NotebookFileError` tells what is
 * wrong with a file that is no notebook.
 */
export function fromIpynb(fileText: string, options: ImportOptions): Notebook {
  checkLength(fileText);
  const { metadata, cells: read } = readFile(parseJson(fileText));
  checkCells(read.map(({ source }) => source));
  const known = read.map((found) => extrasOf(found.metadata));
  const ids = uniqueIds(
    read.map(({ id }, i) => known[i]?.id ?? id ?? null),
    options.newId,
  );
  const cells = read.map((found, i): Cell => {
    const { source, cell_type: type } = found;
    const id = ids[i]!;
    if (type !== 'code') return { kind: 'markdown', id, source };
    return {
      kind: 'code',
      id,
      source,
      outputs: outputsOf(found.outputs, known[i]),
      lastRun: known[i]?.lastRun ?? null,
    };
  });
  const own = v.safeParse(notebookExtras, metadata.streamflow);
  const { title } = metadata;
  return {
    kind: 'notebook',
    version: 1,
    id: own.success ? own.output.id : options.newId(),
    title: typeof title === 'string' ? title : options.title,
    cells,
  };
}

function parseJson(fileText: string): unknown {
  try {
    return JSON.parse(fileText);
  } catch (cause) {
    const hint = 'choose an .ipynb file; a download may have ended too early, or be a web page';
    throw Object.assign(new NotebookFileError('the file is no JSON', hint), { cause });
  }
}

function readFile(json: unknown): v.InferOutput<typeof file> {
  const parsed = v.safeParse(file, json);
  const version = (json as { nbformat?: unknown } | null)?.nbformat;
  if (typeof version === 'number' && version !== 4) {
    const hint = 'open it in Jupyter and save it anew, which brings it to version 4';
    throw new NotebookFileError(`the notebook has format version ${version}`, hint);
  }
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? 'the file';
  throw new NotebookFileError(
    `${path} is ${issue.received.slice(0, 80)} where a notebook has ${issue.expected ?? 'something else'}`,
    'the file is damaged or no Jupyter notebook; open it in Jupyter to see what is left',
  );
}

function extrasOf(metadata: Readonly<Record<string, unknown>>): CellExtras | undefined {
  const parsed = v.safeParse(extras, metadata.streamflow);
  return parsed.success ? (parsed.output as CellExtras) : undefined;
}

function outputsOf(
  outputs: readonly Readonly<Record<string, unknown>>[],
  known: CellExtras | undefined,
): readonly CellOutput[] {
  // Extras tell nothing where another program has changed the outputs.
  const extraOf = (i: number): OutputExtras | null =>
    known?.outputs?.length === outputs.length ? known.outputs[i]! : null;
  const kept = outputs.slice(0, FILE_LIMITS.outputs);
  return kept.flatMap((output, i) => readOutput(output, extraOf(i)) ?? []);
}
