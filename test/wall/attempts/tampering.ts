import type { Attempt } from '../attempt.ts';

const probe = (patch: string): string => `
  const found = new Set();
  const keep = (value) => { if (Object.prototype.toString.call(value) === '[object MessagePort]') found.add(value); };
  ${patch}
  await data.tables(); await new Promise((r) => setTimeout(r, 20)); await data.tables();
  for (const port of found) port.postMessage({ kind: 'call', call: 1e9, method: 'clock.set', args: [0] });
  return found.size > 0 ? '$SECRET' : '';`;

const NEEDS_KERNEL = 'needs the kernel that it attacks';

/** Ways to turn the kernel, or what it sends to the page, against the page. */
export const TAMPERING_ATTEMPTS: readonly Attempt[] = [
  { name: 'pollute the prototypes of the page', code: `Object.prototype.loot = 'x';`, control: 'page' },
  {
    name: 'take hold of the port by its postMessage',
    code: probe(`const post = MessagePort.prototype.postMessage;
      MessagePort.prototype.postMessage = function (...args) { keep(this); return post.apply(this, args); };`),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'take hold of the port by Function.prototype.call and apply',
    code: probe(`for (const name of ['call', 'apply', 'bind']) {
        const native = Function.prototype[name];
        Function.prototype[name] = function (...args) { args.forEach(keep); return Reflect.apply(native, this, args); };
      }`),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'take hold of the port by Reflect',
    code: probe(`const { apply } = Reflect;
      Reflect.apply = (target, self, args) => { keep(self); return apply(target, self, args); };`),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: "take hold of the port by an event's members",
    code: probe(`for (const scope of [globalThis.MessageEvent, globalThis.Event].filter(Boolean)) {
        for (const name of ['data', 'target', 'currentTarget', 'ports']) {
          const { get } = Object.getOwnPropertyDescriptor(scope.prototype, name) ?? {};
          if (get) Object.defineProperty(scope.prototype, name, { get() { keep(this.target); return Reflect.apply(get, this, []); } });
        }
      }`),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'take hold of the port by the methods of maps, lists and promises',
    code: probe(`for (const [holder, names] of [[Map.prototype, ['get', 'set', 'delete']], [Array.prototype, ['push', 'shift', 'map']], [Promise.prototype, ['then']]]) {
        for (const name of names) {
          const native = holder[name];
          holder[name] = function (...args) { keep(this); args.forEach(keep); return Reflect.apply(native, this, args); };
        }
      }`),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'take hold of the port by the frames of a stack',
    code: probe(`Error.prepareStackTrace = (_, frames) => { for (const frame of frames) { keep(frame.getThis?.()); const caller = frame.getFunction?.(); try { for (const value of caller?.arguments ?? []) keep(value); } catch {} } return ''; };
      const { parse } = JSON; JSON.stringify = function (...args) { new Error().stack; return '{}'; };`),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'take hold of the port by the caller of a sloppy function',
    code: probe(`const spy = new Function('keep', 'return function spy() { try { for (let f = spy.caller; f; f = f.caller) for (const value of f.arguments ?? []) keep(value); } catch {} return undefined; }')(keep);
      Object.defineProperty(Object.prototype, 'onProgress', { get: spy, configurable: true });`),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'take hold of the port by a setter on every object',
    code: probe(
      `for (const name of ['port', 'onmessage', 'kernelPort']) Object.defineProperty(Object.prototype, name, { set(value) { keep(value); keep(this); }, get() { keep(this); }, configurable: true });`,
    ),
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send options called __proto__',
    code: `await new MlflowClient().createRun(JSON.parse('{"__proto__": {"experimentId": "0"}}')); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send options called constructor',
    code: `await mlflow.startRun(JSON.parse('{"constructor": {"prototype": {"loot": "x"}}}')); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send something that refers to itself',
    code: `const loop = []; loop.push(loop); await mlflow.startRun({ tags: { loop } }); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send something nested ten thousand deep',
    code: `let deep = {}; for (let i = 0; i < 10_000; i++) deep = { deep }; await mlflow.startRun({ tags: { deep } }); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send something that multiplies when it is walked',
    code: `let bomb = 'x'; for (let i = 0; i < 30; i++) bomb = [bomb, bomb]; await new MlflowClient().logBatch('x', { params: bomb }); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send three hundred megabytes',
    code: `await new MlflowClient().logBytes('0', new Uint8Array(300 * 2 ** 20), 'x'); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send a function',
    code: `await new MlflowClient().searchRuns({ experimentIds: () => ['0'] }); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'send an object whose members throw',
    code: `await new MlflowClient().searchRuns({ get experimentIds() { throw new Error('no'); } }); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'import a table whose columns are of different lengths',
    code: `const column = (n) => ({ dtype: 'float64', values: new Float64Array(n), nulls: null });
      await data.importTable('loot', { kind: 'table', version: 1, nRows: 2, columns: new Map([['a', column(2)], ['t', column(9)]]) }, { timestampField: 't' }); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
  {
    name: 'import a table whose codes point out of their dictionary',
    code: `const t = { dtype: 'timestamp', values: new Float64Array(1), nulls: null };
      await data.importTable('loot', { kind: 'table', version: 1, nRows: 1, columns: new Map([['t', t], ['a', { dtype: 'string', values: Int32Array.of(7), dictionary: ['x'], nulls: null }]]) }, { timestampField: 't' }); return '$SECRET';`,
    control: null,
    note: NEEDS_KERNEL,
  },
];
