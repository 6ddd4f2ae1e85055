import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/core/engine/create-engine.ts';
import { createTable } from '../../../src/core/table/table.ts';
import type { KernelRequest } from '../../../src/notebook/kernel/protocol.ts';
import { type CallServer, createCallServer } from '../../../src/notebook/remote/call-server.ts';
import { ENGINE_METHODS } from '../../../src/notebook/remote/engine-methods.ts';
import { openEngine } from './engine.ts';

interface Forger {
  readonly server: CallServer;
  /** Every record and the state of the lab, as text. */
  lab(): Promise<string>;
  /** Sends a call as a port would, and gives how it was answered. */
  send(method: unknown, args: unknown): Promise<KernelRequest>;
}

async function openForger(): Promise<Forger & { readonly engine: Engine }> {
  const { engine, stored } = await openEngine();
  const answers: KernelRequest[] = [];
  const server = createCallServer({
    engine,
    datasets: {},
    timer: () => 0,
    post: (request) => void answers.push(structuredClone(request)),
  });
  let call = 0;
  return {
    engine,
    server,
    lab: stored,
    async send(method, args) {
      const id = ++call;
      server.call(structuredClone({ kind: 'call', call: id, method, args }) as never);
      const isAnswer = (request: KernelRequest): boolean =>
        (request.kind === 'reply' || request.kind === 'refusal') && request.call === id;
      while (!answers.some(isAnswer)) await new Promise((resolve) => setTimeout(resolve));
      return answers.find(isAnswer)!;
    },
  };
}

const time = { dtype: 'timestamp', values: new Float64Array(2), nulls: null };
const table = (columns: readonly (readonly [string, unknown])[], nRows = 2) => ({
  kind: 'table',
  version: 1,
  nRows,
  columns: new Map([['t', time], ...columns]),
});
const importing = (given: unknown) =>
  ['snapshots.importTable', ['loot', given, { timestampField: 't' }]] as const;
const logging = (artifact: unknown) =>
  ['registry.logModel', ['RUN', artifact, { artifactPath: 'model', registeredModelName: 'loot' }]] as const;

const stump = {
  nClasses: 2,
  starts: Int32Array.of(0, 3),
  feature: Int32Array.of(0, -2, -2),
  threshold: Float64Array.of(0.5, -2, -2),
  childrenLeft: Int32Array.of(1, -1, -1),
  childrenRight: Int32Array.of(2, -1, -1),
  impurity: new Float64Array(3),
  nNodeSamples: new Int32Array(3),
  weightedNNodeSamples: new Float64Array(3),
  value: new Float64Array(6),
};
const forest = (trees: object, members: object = {}) => ({
  kind: 'RandomForestClassifier',
  version: 1,
  params: { randomState: 1 },
  nFeatures: 1,
  featureNames: null,
  classes: [0, 1],
  trees: { ...stump, ...trees },
  ...members,
});

const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)]);
const loop: unknown[] = [];
loop.push(loop);
const holes: unknown[] = [];
holes[3] = 1;
const bomb = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = [value, value];
  return value;
};

describe('a forged call is refused and leaves the lab as it was', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['no name', undefined, []],
    ['a name that is no text', 5, []],
    ['a name of everything', 'constructor', []],
    ['a name from the prototype', '__proto__', []],
    ['a name of the engine itself', 'engine.faults.clear', []],
    ['a method of the database', 'tracking.client.database', []],
    ['a method that only pages have', 'snapshots.deleteTable', ['users']],
    ['no arguments', 'clock.set', undefined],
    ['arguments that are no list', 'clock.set', { 0: 5, length: 1 }],
    ['too many arguments', 'clock.set', [1, 2]],
    ['too few arguments', 'clock.set', []],
    ['an argument of another type', 'clock.set', ['0']],
    ['an instant that is none', 'clock.set', [Number.NaN]],
    ['a fault that is none', 'faults.inject', [{ kind: 'loot' }]],
    ['a value that refers to itself', 'tracking.createExperiment', ['loot', { tags: { loop } }]],
    ['a value that is too deep', 'tracking.createExperiment', ['loot', { tags: { x: deep(100) } }]],
    ['a value that multiplies', 'tracking.createExperiment', ['loot', { tags: { x: bomb(30) } }]],
    ['a list with holes', 'tracking.createExperiment', ['loot', { tags: { holes } }]],
    [
      'a list with names',
      'tracking.createExperiment',
      ['loot', { tags: { x: Object.assign([], { loot: 1 }) } }],
    ],
    ['options called __proto__', 'store.apply', [JSON.parse('{"__proto__": {"entities": []}}')]],
    ['a member that there is not', 'tracking.createExperiment', ['loot', { loot: 1 }]],
    ['a set', 'tracking.createExperiment', ['loot', { tags: { x: new Set() } }]],
    ['an error', 'tracking.createExperiment', ['loot', { tags: { x: new Error('x') } }]],
    ['a pattern', 'tracking.createExperiment', ['loot', { tags: { x: /x/ } }]],
    ['a bigint', 'tracking.createExperiment', ['loot', { tags: { x: 5n } }]],
    [
      'a resizable buffer',
      'tracking.logBytes',
      ['RUN', new Uint8Array(Reflect.construct(ArrayBuffer, [1, { maxByteLength: 9 }])), 'x'],
    ],
    ['shared memory', 'tracking.logBytes', ['RUN', new Uint8Array(new SharedArrayBuffer(1)), 'x']],
    ['more bytes than a call may hold', 'tracking.logBytes', ['RUN', new Uint8Array(257 * 2 ** 20), 'x']],
    ['a path that leaves its run', 'tracking.logText', ['RUN', 'x', '../x']],
    ['a run that is not there', 'tracking.setTerminated', ['0'.repeat(32), 'KILLED']],
    ['a name of a run that is an object', 'tracking.updateRun', ['RUN', { runName: { toString: 'x' } }]],
    ['a feature view that no constructor would make', 'features.apply', [{ entities: [], views: [{}] }]],
    ['a dataset from the prototype', 'snapshots.loadDataset', ['constructor']],
    [
      'a column that is too short',
      ...importing(table([['a', { dtype: 'float64', values: new Float64Array(1), nulls: null }]])),
    ],
    [
      'a column of another type than it says',
      ...importing(table([['a', { dtype: 'int64', values: new Int32Array(2), nulls: null }]])),
    ],
    [
      'a column of a type that there is not',
      ...importing(table([['a', { dtype: 'loot', values: new Float64Array(2), nulls: null }]])),
    ],
    [
      'codes out of their dictionary',
      ...importing(
        table([['a', { dtype: 'string', values: Int32Array.of(0, 9), dictionary: ['x'], nulls: null }]]),
      ),
    ],
    [
      'codes below their dictionary',
      ...importing(
        table([['a', { dtype: 'string', values: Int32Array.of(0, -1), dictionary: ['x'], nulls: null }]]),
      ),
    ],
    [
      'a dictionary that holds no texts',
      ...importing(
        table([['a', { dtype: 'string', values: new Int32Array(2), dictionary: [{}], nulls: null }]]),
      ),
    ],
    [
      'a null mask that is too short',
      ...importing(
        table([['a', { dtype: 'float64', values: new Float64Array(2), nulls: new Uint8Array(1) }]]),
      ),
    ],
    [
      'a null mask of sevens',
      ...importing(
        table([['a', { dtype: 'float64', values: new Float64Array(2), nulls: Uint8Array.of(7, 0) }]]),
      ),
    ],
    [
      'a bool of sevens',
      ...importing(table([['a', { dtype: 'bool', values: Uint8Array.of(7, 0), nulls: null }]])),
    ],
    ['more rows than its columns', ...importing(table([], 3))],
    ['a table with members of its own', ...importing({ ...table([]), loot: 1 })],
    ['columns that are no map', ...importing({ ...table([]), columns: { t: time } })],
    ['a tree that walks in a circle', ...logging(forest({ childrenLeft: Int32Array.of(0, -1, -1) }))],
    ['a tree that leaves its forest', ...logging(forest({ childrenRight: Int32Array.of(9, -1, -1) }))],
    ['a tree that asks for a feature too many', ...logging(forest({ feature: Int32Array.of(1, -2, -2) }))],
    ['trees that do not fill their nodes', ...logging(forest({ starts: Int32Array.of(0, 2) }))],
    ['thresholds for too few nodes', ...logging(forest({ threshold: new Float64Array(1) }))],
    ['more classes than values', ...logging(forest({}, { classes: [0, 1, 2] }))],
    ['an estimator that there is not', ...logging({ kind: 'Loot', version: 1, params: {} })],
    ['a pipeline of nothing', ...logging({ kind: 'Pipeline', version: 1, params: {}, steps: [] })],
    [
      'a pipeline of what is no step',
      ...logging({
        kind: 'Pipeline',
        version: 1,
        params: {},
        steps: [{ name: 'a', step: forest({ starts: Int32Array.of(0) }) }],
      }),
    ],
  ])('%s', async (_, method, args) => {
    const { engine, lab, send } = await openForger();
    const { info } = await engine.tracking.client.createRun({ experimentId: '0' });
    const forged = Array.isArray(args) ? args.map((value) => (value === 'RUN' ? info.runId : value)) : args;
    const before = await lab();
    expect(await send(method, forged)).toMatchObject({ kind: 'refusal' });
    expect(await lab()).toBe(before);
    expect(Object.hasOwn(Object.prototype, 'loot')).toBe(false);
  });
});

it('a sound forest is stored, so that the refusals are about what is wrong with the others', async () => {
  const { engine, send } = await openForger();
  const { info } = await engine.tracking.client.createRun({ experimentId: '0' });
  const options = { artifactPath: 'model', registeredModelName: 'loot' };
  expect(await send('registry.logModel', [info.runId, forest({}), options])).toMatchObject({ kind: 'reply' });
  expect(await send('snapshots.importTable', ['loot', table([]), { timestampField: 't' }])).toMatchObject({
    kind: 'reply',
    value: 'stored',
  });
});

it('whatever is sent is answered, and nothing but a table of this name changes the lab', async () => {
  const { lab, send } = await openForger();
  const before = await lab();
  // What asks a lab that is empty, or moves nothing of it.
  const reading = [...ENGINE_METHODS].filter(([, { changes }]) => changes.length === 0).map(([name]) => name);
  const anything = fc.anything({
    withMap: true,
    withDate: true,
    withTypedArray: true,
    withNullPrototype: false,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...reading),
      fc.array(anything, { maxLength: 3 }),
      async (method, args) => {
        expect(['reply', 'refusal']).toContain((await send(method, args)).kind);
      },
    ),
    { numRuns: 300, seed: 4 },
  );
  expect(await lab()).toBe(before);
});

it('more calls at a time than a kernel makes are refused, and the others answered', async () => {
  const { send } = await openForger();
  const answers = await Promise.all(Array.from({ length: 400 }, () => send('snapshots.listTables', [])));
  expect(answers.filter(({ kind }) => kind === 'reply')).toHaveLength(256);
  expect(answers.filter(({ kind }) => kind === 'refusal')).toHaveLength(144);
});

it('two calls of one number are one too many', async () => {
  const { server } = await openForger();
  const call = { kind: 'call', call: 1, method: 'snapshots.listTables', args: [] } as const;
  server.call(call);
  expect(() => server.call(call)).not.toThrow();
});

it('tables keep their columns across the channel', async () => {
  const { engine, send } = await openForger();
  await send('snapshots.importTable', ['mine', table([]), { timestampField: 't' }]);
  expect(await engine.snapshots.readTable('mine')).toEqual(createTable([['t', time as never]]));
});
