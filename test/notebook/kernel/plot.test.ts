import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { Chart, plot } from '../../../src/notebook/kernel/plot.ts';
import { openKernel } from './open-kernel.ts';

const rows = [
  { day: new Date('2024-01-01T00:00:00Z'), fee: 1.5, plan: 'a' },
  { day: new Date('2024-01-02T00:00:00Z'), fee: Number.NaN, plan: 'b' },
];

describe('plot', () => {
  it('takes the named columns of a table, timestamps as milliseconds and NaN as nothing', () => {
    expect(plot(rows, { x: 'day', y: 'fee', color: 'plan', r: 3, title: 'Fees' }).toSpec()).toEqual({
      title: 'Fees',
      marks: [
        {
          ...{ mark: 'dot', x: 'day', y: 'fee', color: 'plan', r: 3 },
          data: { day: [1704067200000, 1704153600000], fee: [1.5, null], plan: ['a', 'b'] },
          dtypes: { day: 'timestamp', fee: 'float64', plan: 'string' },
        },
      ],
    });
  });

  it.each([
    ['an array', [3, 4]],
    ['a typed array', new Float64Array([3, 4])],
    [
      'rows',
      [
        { index: 0, value: 3 },
        { index: 1, value: 4 },
      ],
    ],
    [
      'a lab table',
      fromRows([
        { index: 0, value: 3 },
        { index: 1, value: 4 },
      ]),
    ],
  ])('takes %s', (_, input) => {
    const { data, x, y, mark } = plot.line(input).marks[0]!;
    expect([mark, x, y, data]).toEqual(['line', 'index', 'value', { index: [0, 1], value: [3, 4] }]);
  });

  it('draws several marks over each other', () => {
    const chart = plot({
      title: 'Both',
      y: { label: 'fee' },
      marks: [plot.line(rows, { x: 'day', y: 'fee' }), plot.rule([1], { y: 'value' })],
    });
    expect(chart.toSpec()).toMatchObject({
      title: 'Both',
      y: { label: 'fee' },
      marks: [{ mark: 'line' }, { mark: 'rule', y: 'value' }],
    });
    expect(plot.histogram([1, 2, 2], { bins: 5 }).marks[0]).toMatchObject({
      mark: 'histogram',
      x: 'value',
      bins: 5,
    });
  });

  it('is a chart where it is the value of a cell, and a plain specification elsewhere', async () => {
    const { outputs } = await openKernel().cell('const chart = plot.bar([1, 2]);\nchart');
    expect(outputs).toMatchObject([{ kind: 'chart', spec: { marks: [{ mark: 'bar' }] } }]);
    const chart = plot([1]);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart.toSpec());
    expect(structuredClone(chart.toSpec())).toEqual({ ...new Chart(chart) });
  });

  it.each<[() => unknown, string, string]>([
    [() => plot(rows, { x: 'dya', y: 'fee' }), "no column 'dya'", "did you mean 'day'?"],
    [
      () => plot(rows, { x: 'day' }),
      'plot.dot was not told its y',
      "name a column: { y: 'day' }; there are day, fee, plan",
    ],
    [
      () => plot(rows, { x: 'day', y: 'fee', colour: 'plan' } as object),
      "plot has no option 'colour'",
      "did you mean 'color'?",
    ],
    [
      () => plot(rows, { x: 'day', y: 'fee', mark: 'lines' } as object),
      "no mark 'lines'",
      "did you mean 'line'?",
    ],
    [() => plot(rows, { x: 3, y: 'fee' } as object), 'x is 3', 'name a column: day, fee, plan'],
    [
      () => plot({ marks: [{ mark: 'line' }] } as never),
      '{"mark":"line"} is no mark',
      'give marks by plot.line(table, { x, y }) and the like',
    ],
    [
      () => plot(new Float64Array(100_001)),
      '100001 rows are too many for a chart',
      'draw at most 100000 rows: take a sample, or count in groups first',
    ],
    [
      () => plot(Promise.resolve(rows) as never, { x: 'day', y: 'fee' }),
      'the table is a promise',
      'put await before the call that gives the table',
    ],
  ])('tells what is wrong: %s', (draw, message, hint) => {
    expect(draw).toThrow(expect.objectContaining({ message, hint }));
  });
});
