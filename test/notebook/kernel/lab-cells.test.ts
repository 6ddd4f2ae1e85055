import { beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/core/task.ts';
import { type HeadlessKernel, openHeadlessKernel } from '../../../src/headless/open-kernel.ts';
import type { CellOutput } from '../../../src/notebook/document/output.ts';
import { MONTH } from '../lab-api/lab.ts';
import { shortText } from './open-kernel.ts';

let lab: HeadlessKernel;

/** Runs a cell; `onProgress` may interrupt it. */
async function run(source: string, onProgress: (progress: Progress, task: number) => void = () => undefined) {
  const outputs: CellOutput[] = [];
  const result = await lab.kernel.run(
    { cellId: 'c', source },
    {
      onOutput: (output) => void outputs.push(output),
      onProgress: (task, progress) => onProgress(progress, task),
    },
  );
  return { ...result, outputs, texts: outputs.map(shortText) };
}

beforeAll(async () => {
  lab = await openHeadlessKernel({ names: { MONTH } });
  const { end } = await run(`
    await data.importMonth(MONTH, { asOf: '2024-01-31' });
    const X = [[0, 1], [1, 0], [2, 1], [3, 0]];
    const y = [0, 0, 1, 1];`);
  expect(end).toBe('ok');
});

describe('the lab in cells', () => {
  it('shows tables and jobs by their names, with their columns', async () => {
    const source =
      "const users = await data.snapshot('users', { asOf: '2024-01-31' });\nusers.select(['user_id', 'has_family'])";
    const { outputs } = await run(source);
    expect(outputs.map(shortText)).toEqual(['Table of 4 rows: user_id, has_family']);
    const [columns] = lab.kernel.variables().filter(({ name }) => name === 'users');
    expect(columns).toMatchObject({ type: 'Table', columns: { user_id: 'string', user_is_senior: 'bool' } });
  });

  it('shows estimators as scikit-learn does, with what was chosen', async () => {
    const { texts } = await run(
      `display(new RandomForestClassifier({ nEstimators: 5, randomState: 0 }));
       new Pipeline([['scale', new StandardScaler()], ['model', new LogisticRegression({ C: 2 })]])`,
    );
    expect(texts).toEqual([
      '= RandomForestClassifier({ nEstimators: 5, randomState: 0 })',
      "= Pipeline([['scale', StandardScaler()], ['model', LogisticRegression({ C: 2 })]])",
    ]);
  });

  it('shows a response with its status and body, and leaves the body to the cell', async () => {
    const { outputs } = await run("const response = await fetch('/nowhere');\nresponse");
    expect(outputs).toMatchObject([
      { kind: 'value', value: { type: expect.stringMatching(/^Response 503/) } },
    ]);
    expect((await run('typeof (await response.json())')).texts).toEqual(["= 'object'"]);
  });

  it('tells an error of the lab with its hint and place', async () => {
    expect((await run("1;\nawait data.snapshot('user', { asOf: '2024-01-31' })")).texts).toEqual([
      expect.stringMatching(/^KeyError: no table 'user' \| did you mean 'users'\? @ c:2:1$/),
    ]);
  });

  it('gives warnings and checks to the cell', async () => {
    const { texts, end } = await run(
      "precisionScore([0, 1], [0, 0]);\ncheck.equal([1], [1], { name: 'same' });\ncheck.equal(1, 2)",
    );
    expect(end).toBe('error');
    expect(texts).toEqual([
      'warn: precision is 0/0 and set to 0; choose another value with zeroDivision',
      'check same: true',
      'check equal: false',
      expect.stringMatching(/^CheckFailedError: equal: expected 2, got 1 \| .* @ c:3:7$/),
    ]);
  });
});

describe('long tasks of a cell', () => {
  it('report their progress unasked, each under its own number', async () => {
    const seen = new Map<number, Progress>();
    await run(
      "await new RandomForestClassifier({ nEstimators: 3, randomState: 0 }).fit(X, y);\nawait data.importMonth(MONTH, { asOf: '2024-02-29' });",
      (progress, task) => seen.set(task, progress),
    );
    const [forest, month] = [...seen.values()];
    expect(forest).toEqual({ done: 3, total: 3, unit: 'trees', label: 'random forest' });
    expect(month).toMatchObject({ unit: 'bytes' });
    expect(seen.size).toBe(2);
  });

  it("report to the cell's own listener too", async () => {
    const { texts } = await run(
      'const seen = [];\nawait new RandomForestClassifier({ nEstimators: 2, randomState: 0 }).fit(X, y, { onProgress: ({ done }) => seen.push(done) });\nseen',
    );
    expect(texts).toEqual(['= [1, 2]']);
  });

  it.each([
    ['a fit', 'await new RandomForestClassifier({ nEstimators: 400, randomState: 0 }).fit(X, y);'],
    [
      'a pipeline',
      "await new Pipeline([['s', new StandardScaler()], ['f', new RandomForestClassifier({ nEstimators: 400, randomState: 0 })]]).fit(X, y);",
    ],
    ['an import', "await data.importMonth(MONTH, { asOf: '2024-03-31' });"],
    [
      "a fit with a signal of the cell's own",
      'const own = new AbortController();\nawait new RandomForestClassifier({ nEstimators: 400, randomState: 0 }).fit(X, y, { signal: own.signal });',
    ],
  ])(
    '%s ends with an AbortError when the cell is interrupted, and what was before is kept',
    async (_, source) => {
      const { texts, end } = await run(`kept = 1; ${source}`.replace('kept', 'var kept'), () =>
        lab.kernel.interrupt(),
      );
      expect(end).toBe('error');
      expect(texts).toEqual([expect.stringMatching(/^AbortError: .* was cancelled \| /)]);
      expect((await run('kept')).texts).toEqual(['= 1']);
    },
  );

  it('may still be ended by the cell itself', async () => {
    const { texts } = await run(
      'const own2 = new AbortController();\nawait new RandomForestClassifier({ nEstimators: 50, randomState: 0 }).fit(X, y, { signal: own2.signal, onProgress: () => own2.abort() });',
    );
    expect(texts).toEqual([expect.stringMatching(/^AbortError: /)]);
  });
});

describe('danfojs in cells', () => {
  beforeAll(async () => {
    const { texts } = await run(
      "const df = new dfd.DataFrame({ plan: ['a', 'b', 'a'], fee: [1, 2, 6] });\nconst more = new dfd.DataFrame({ plan: ['a', 'b'], name: ['Ann', 'Bob'] });",
    );
    expect(texts).toEqual([]);
  });

  it('prints into the cell', async () => {
    const { outputs } = await run('df.head(2).print();\ndf["fee"].print()');
    expect(outputs).toMatchObject([
      { kind: 'text', level: 'log', text: expect.stringContaining('plan') },
      { kind: 'text', level: 'log', text: expect.stringContaining('6') },
    ]);
  });

  it('is shown as tables, by name and in console.log', async () => {
    expect((await run('console.log(df);\ndf["fee"]')).texts).toEqual([
      'DataFrame of 3 rows: plan, fee',
      'Series of 3 rows: fee',
    ]);
    expect(lab.kernel.variables().find(({ name }) => name === 'df')).toMatchObject({
      ...{ type: 'DataFrame', preview: 'DataFrame(3 × 2)' },
      columns: { plan: 'string', fee: 'int64' },
    });
  });

  it('groups, merges and computes', async () => {
    const { texts } = await run(`
      display(df['fee'].mean());
      display(df.groupby(['plan']).col(['fee']).sum());
      dfd.merge({ left: df, right: more, on: ['plan'], how: 'left' })`);
    expect(texts).toEqual([
      '= 3',
      'DataFrame of 2 rows: plan, fee_sum',
      'DataFrame of 3 rows: plan, fee, name',
    ]);
  });

  it('is given by lab tables, and taken where a table is', async () => {
    const { texts } = await run(
      "const frame = (await data.snapshot('users', { asOf: '2024-01-31' })).toDf();\ndisplay(frame.shape);\nplot(frame, { x: 'user_id', y: 'user_is_senior' })",
    );
    expect(texts).toEqual(['= [4, 8]', 'chart']);
  });
});
