import fc from 'fast-check';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { pack } from '../../../src/core/table/pack.ts';
import type { Cell, CellRun, Notebook } from '../../../src/notebook/document/notebook.ts';
import type { CellOutput, SourcePlace, ValueTree } from '../../../src/notebook/document/output.ts';

/** Texts with all that could be taken for the frame of a file. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        ...[
          '\n',
          '\n\n',
          '```',
          '```js',
          '~~~ts',
          '````',
          '# A heading',
          '---',
          '<!-- output -->',
          'title: "x"',
          '\r\n',
        ],
        ...[
          '<!-- cell a markdown -->',
          '<!-- \\cell a code -->',
          '<!-- \\\\cell b code -->',
          '   ```',
          '-->',
          '\t',
          ' ',
        ],
      ),
    ),
    { maxLength: 8 },
  )
  .chain((pieces) => fc.constantFrom(pieces.join(''), pieces.join('\n')));

const name = fc.constantFrom('x', 'table', 'yTrain', 'RandomForestClassifier');
const count = fc.nat(10_000);
const place: fc.Arbitrary<SourcePlace> = fc.record({
  cellId: fc.constantFrom('a', 'b-2'),
  line: fc.integer({ min: 1, max: 99 }),
  column: fc.option(fc.integer({ min: 1, max: 99 })),
});

const { tree } = fc.letrec<{ tree: ValueTree }>((tie) => ({
  tree: fc.record(
    {
      type: name,
      preview: text,
      members: fc.array(fc.tuple(name, tie('tree')), { maxLength: 3 }),
      nMore: count,
    },
    { requiredKeys: ['type', 'preview'] },
  ),
}));

const table = fc
  .array(fc.record({ n: fc.double({ noNaN: true }), s: fc.option(text) }), { minLength: 1, maxLength: 4 })
  .map((rows) => pack(fromRows(rows, { dtypes: { n: 'float64', s: 'string' } })));

const output: fc.Arbitrary<CellOutput> = fc.oneof(
  fc
    .record({
      level: fc.constantFrom(
        'debug' as const,
        'log' as const,
        'info' as const,
        'warn' as const,
        'error' as const,
      ),
      text,
      place: fc.option(place, { nil: undefined }),
    })
    .map(({ place: at, ...rest }) => ({ kind: 'text' as const, ...rest, ...(at && { place: at }) })),
  tree.map((value) => ({ kind: 'value' as const, value })),
  fc.record({
    kind: fc.constant('table' as const),
    packed: table,
    nRows: count,
    dtypes: fc.constant({ n: 'float64' as const, s: 'string' as const }),
    type: name,
  }),
  fc.record({ title: text, r: fc.double({ noNaN: true, min: 0.5, max: 9 }) }).map(({ title, r }) => ({
    kind: 'chart' as const,
    spec: {
      title,
      x: { label: 'x', type: 'linear' as const, domain: [0, 1], grid: true },
      marks: [
        {
          mark: 'dot' as const,
          data: { a: [1, null, 'b', true] },
          dtypes: { a: 'string' as const },
          x: 'a',
          r,
        },
      ],
    },
  })),
  fc.record({
    kind: fc.constant('image' as const),
    mimeType: fc.constantFrom('image/png' as const, 'image/jpeg' as const, 'image/svg+xml' as const),
    data: fc.constantFrom('iVBORw0KGgo=', '<svg xmlns="http://www.w3.org/2000/svg">\n</svg>'),
  }),
  fc.record({
    kind: fc.constant('error' as const),
    name: fc.constantFrom('TypeError', 'ValueError'),
    message: text,
    hint: fc.option(text),
    places: fc.array(place, { maxLength: 3 }),
  }),
  fc.record({ passed: fc.boolean(), name: text, expected: tree, actual: tree, hint: text }).map((result) => ({
    kind: 'check' as const,
    result,
  })),
);

const run: fc.Arbitrary<CellRun> = fc.record({
  number: fc.integer({ min: 1, max: 500 }),
  end: fc.constantFrom('ok' as const, 'error' as const, 'stopped' as const),
  startedAt: count,
  durationMs: count,
  source: text,
  reads: fc.array(name, { maxLength: 2 }),
  writes: fc.array(name, { maxLength: 2 }),
});

/** Ids as the lab makes them, and one that Jupyter would not take. */
const id = fc.oneof(fc.uuid(), fc.constant('café: 1 -->'));

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ kind: fc.constant('markdown' as const), id, source: text }),
  fc.record({
    kind: fc.constant('code' as const),
    id,
    source: text,
    outputs: fc.array(output, { maxLength: 4 }),
    lastRun: fc.option(run),
  }),
);

/** Any notebook, with ids that differ. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc.record({
  kind: fc.constant('notebook' as const),
  version: fc.constant(1 as const),
  id: fc.uuid(),
  title: text,
  cells: fc.uniqueArray(cell, { maxLength: 6, selector: (one) => one.id }),
});

/** Import options that make ids a test can name. */
export function importOptions(title = 'untitled') {
  let nIds = 0;
  return { newId: () => `new-${++nIds}`, title };
}
