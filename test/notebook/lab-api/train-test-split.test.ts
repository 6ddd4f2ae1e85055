import { expect, it } from 'vitest';
import { openLab } from './lab.ts';

const rows = Array.from({ length: 8 }, (_, id) => ({ id }));

it('splits every accepted form by the same rows, each into its own kind', async () => {
  const { data, trainTestSplit, trainTestSplitIndices } = await openLab();
  await data.importTable(
    't',
    rows.map((row) => ({ ...row, at: 0 })),
    { timestampField: 'at' },
  );
  const table = (await data.snapshot('t', { asOf: 0 })).select('id');
  const [train] = trainTestSplitIndices(8, { testSize: 0.25, randomState: 3 });
  const ids = Array.from(train);
  const labels = Uint8Array.from(rows, ({ id }) => id);
  const matrix = { data: Float32Array.from(labels), nRows: 8, nCols: 1 };
  const split = trainTestSplit(rows, table, table.toDf(), labels, matrix, table.toDf().column('id'), {
    testSize: 0.25,
    randomState: 3,
  }) as [
    typeof rows,
    unknown,
    typeof table,
    unknown,
    typeof table,
    unknown,
    Uint8Array,
    unknown,
    typeof matrix,
    unknown,
    number[],
    unknown,
  ];
  expect(split[0]).toEqual(ids.map((id) => ({ id })));
  expect([split[2].column('id'), split[4].column('id'), split[10]]).toEqual([ids, ids, ids]);
  expect(split[6]).toEqual(Uint8Array.from(ids));
  expect(split[8]).toEqual({ data: Float32Array.from(ids), nRows: 6, nCols: 1 });
});

it.each<[string, unknown[], string, string]>([
  ['a text as seed', [rows, { randomState: '5' }], 'ValueError', "invalid value for randomState: '5'"],
  ['a text for shuffle', [rows, { shuffle: 'no' }], 'ValueError', "invalid value for shuffle: 'no'"],
  ['nothing', [], 'ValueError', 'at least one array required as input'],
  ['a misspelt option', [rows, { test_size: 0.2 }], 'TypeError', "trainTestSplit has no option 'test_size'"],
  ['labels that are missing', [rows, undefined], 'TypeError', 'undefined has no rows to split'],
  ['what was not awaited', [Promise.resolve(rows)], 'TypeError', 'an input is a promise'],
  [
    'other lengths',
    [rows, [1]],
    'ValueError',
    'Found input variables with inconsistent numbers of samples: [8, 1]',
  ],
])('refuses %s', async (_, inputs, name, message) => {
  const { trainTestSplit } = await openLab();
  expect(() => trainTestSplit(...(inputs as []))).toThrow(expect.objectContaining({ name, message }));
});

it('refuses to split what is no number of rows', async () => {
  const { trainTestSplitIndices } = await openLab();
  expect(() => trainTestSplitIndices('8' as never)).toThrow("n is '8'");
});
