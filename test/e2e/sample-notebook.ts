import { fromRows } from '../../src/core/table/from-rows.ts';
import { pack } from '../../src/core/table/pack.ts';
import type { CodeCell, Notebook } from '../../src/notebook/document/notebook.ts';
import type { CellOutput } from '../../src/notebook/document/output.ts';

/** Text that would run, or change the page, if anything took it for HTML. */
export const HOSTILE = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>"'\${window.hurt=1}`;

const customers = Array.from({ length: 120 }, (_, i) => ({
  user_id: `U${String(i).padStart(4, '0')}`,
  monthly_fee: 20 + ((i * 37) % 90) + 0.5,
  months: (i * 7) % 60,
  is_senior: i % 4 === 0,
  joined: new Date(Date.UTC(2022, i % 24, 1)),
  plan: i % 5 === 0 ? null : ['basic', 'fiber', 'mobile'][i % 3]!,
}));

const OUTPUTS: Readonly<Record<string, readonly CellOutput[]>> = {
  'console.log(customers.nRows);\nconsole.warn("3 columns have missing values");': [
    { kind: 'text', level: 'log', text: '120' },
    { kind: 'text', level: 'warn', text: '3 columns have missing values' },
    {
      ...{ kind: 'text', level: 'warn', text: 'a promise was not awaited: its errors would be lost' },
      place: { cellId: 'c1', line: 2, column: 1 },
    },
  ],
  "const customers = await data.snapshot('subscriptions', { asOf: '2024-01-31' });\ncustomers": [
    {
      ...{ kind: 'table', type: 'LabTable', nRows: 7043, packed: pack(fromRows(customers)) },
      dtypes: {
        ...{ user_id: 'string', monthly_fee: 'float64', months: 'int64' },
        ...{ is_senior: 'bool', joined: 'timestamp', plan: 'string' },
      },
    },
  ],
  "plot.line(loss, { x: 'epoch', y: 'loss', color: 'model', title: 'Both losses fall, the forest’s sooner' })":
    [
      {
        kind: 'chart',
        spec: {
          title: 'Both losses fall, the forest’s sooner',
          x: { label: 'epoch' },
          y: { label: 'mean loss' },
          marks: [
            {
              ...{ mark: 'line', x: 'epoch', y: 'loss', color: 'model' },
              dtypes: { epoch: 'int64', loss: 'float64', model: 'string' },
              data: {
                epoch: Array.from({ length: 40 }, (_, i) => (i % 20) + 1),
                loss: Array.from({ length: 40 }, (_, i) => 0.7 / (1 + (i % 20) * (i < 20 ? 0.1 : 0.3))),
                model: Array.from({ length: 40 }, (_, i) => (i < 20 ? 'network' : 'forest')),
              },
            },
          ],
        },
      },
    ],
  "plot.histogram(customers, { x: 'monthly_fee' })": [
    {
      kind: 'chart',
      spec: {
        marks: [
          {
            ...{ mark: 'histogram', x: 'monthly_fee', bins: 15, dtypes: { monthly_fee: 'float64' } },
            data: { monthly_fee: customers.map(({ monthly_fee }) => monthly_fee) },
          },
        ],
      },
    },
  ],
  '({ auc: 0.8182, counts: [3, 4], nested: { deep: new Date() } })': [
    {
      kind: 'value',
      value: {
        ...{ type: 'Object', preview: '{ auc: 0.8182, counts: Array(2), nested: {…} }' },
        members: [
          ['auc', { type: 'number', preview: '0.8182' }],
          [
            'counts',
            {
              ...{ type: 'Array(2)', preview: '[3, 4]', nMore: 0 },
              members: [
                ['0', { type: 'number', preview: '3' }],
                ['1', { type: 'number', preview: '4' }],
              ],
            },
          ],
          ['label', { type: 'string', preview: "'left'" }],
        ],
      },
    },
  ],
  'check.equal(precision, 0.5, { hint: "look at the class you predict" });': [
    {
      kind: 'check',
      result: {
        passed: true,
        name: 'the split keeps the share of leavers',
        expected: { type: 'number', preview: '1' },
        actual: { type: 'number', preview: '1' },
        hint: '',
      },
    },
    {
      kind: 'check',
      result: {
        ...{ passed: false, name: 'precision of class 1' },
        expected: { type: 'number', preview: '0.5' },
        actual: { type: 'number', preview: '0.31' },
        hint: 'look at the class you predict',
      },
    },
  ],
  "const view = store.getFeatureView('usage_view');\nview.withName(42);": [
    {
      ...{ kind: 'error', name: 'FeatureViewNotFoundException' },
      message: 'feature view usage_view does not exist',
      hint: "did you mean 'usage_features'?",
      places: [{ cellId: 'c6', line: 1, column: 20 }],
    },
  ],
  [`// ${HOSTILE}`]: [
    { kind: 'text', level: 'log', text: HOSTILE },
    {
      kind: 'value',
      value: { type: HOSTILE, preview: HOSTILE, members: [[HOSTILE, { type: 'x', preview: HOSTILE }]] },
    },
    { kind: 'error', name: HOSTILE, message: HOSTILE, hint: HOSTILE, places: [] },
    {
      kind: 'check',
      result: {
        ...{ passed: false, name: HOSTILE, hint: HOSTILE },
        expected: { type: HOSTILE, preview: HOSTILE },
        actual: { type: HOSTILE, preview: HOSTILE },
      },
    },
    {
      ...{ kind: 'image', mimeType: 'image/svg+xml' },
      data: '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><script>parent.hurt=1</script><rect width="80" height="20" fill="teal" onload="parent.hurt=1"/></svg>',
    },
    {
      ...{ kind: 'table', type: HOSTILE, nRows: 1, packed: pack(fromRows([{ [HOSTILE]: HOSTILE }])) },
      dtypes: { [HOSTILE]: 'string' },
    },
    { kind: 'table', type: 'damaged', nRows: 1, packed: new ArrayBuffer(4), dtypes: {} },
  ],
};

/** A notebook with every kind of cell and output, hostile ones too. */
export function sampleNotebook(): Notebook {
  const codeCells = Object.entries(OUTPUTS).map(([source, outputs], i): CodeCell => {
    const end = outputs.some(({ kind }) => kind === 'error') ? 'error' : 'ok';
    const startedAt = Date.UTC(2026, 2, 5, 13, 2, i);
    return {
      ...{ kind: 'code', id: `c${i}`, source, outputs },
      lastRun: { number: i + 1, end, startedAt, durationMs: 40 + i * 310, source, reads: [], writes: [] },
    };
  });
  const intro =
    '# Who leaves, and why\n\nThe **months** are the course’s own; `churn_label` says who left within 90 days.\n\n- load\n- join\n- train';
  return {
    ...{ kind: 'notebook', version: 1, id: 'sample', title: 'Who leaves, and why' },
    cells: [
      { kind: 'markdown', id: 'm0', source: intro },
      ...codeCells,
      { ...codeCells[0]!, id: 'c-new', source: 'const notRun = 1;', outputs: [], lastRun: null },
      { kind: 'markdown', id: 'm1', source: HOSTILE },
    ],
  };
}
