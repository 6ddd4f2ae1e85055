/** A cell that takes all it can get. However it ends, the page goes on and a cell runs afterwards. */
export interface Exhaustion {
  readonly name: string;
  readonly source: string;
  /** Whether it ends by itself, or only by Stop. */
  readonly ends: 'by itself' | 'by stop';
  /** What its output says, where it ends by itself. */
  readonly says?: string;
}

export const EXHAUSTIONS: readonly Exhaustion[] = [
  { name: 'an endless loop', source: 'while (true) {}', ends: 'by stop' },
  { name: 'an endless chain of awaits', source: 'while (true) await null;', ends: 'by stop' },
  {
    name: 'an endless chain of timers',
    source: 'while (true) await new Promise((resolve) => setTimeout(resolve));',
    ends: 'by stop',
  },
  {
    name: 'a runaway recursion',
    source: 'const f = () => f() + f(); f();',
    ends: 'by itself',
    says: 'calls itself without end',
  },
  {
    name: 'a recursion that catches its own end',
    source: 'function f() { try { f(); } finally { f(); } } f();',
    ends: 'by stop',
  },
  {
    name: 'a loop that catches everything',
    source: 'while (true) { try { await data.tables(); } catch {} }',
    ends: 'by stop',
  },
  {
    name: 'a regular expression that explodes',
    source: "/^(a+)+$/.test('a'.repeat(50) + 'b');",
    ends: 'by stop',
  },
  {
    name: 'one buffer of eight gigabytes',
    source: 'new Float64Array(2 ** 30);',
    ends: 'by itself',
    says: 'MemoryError',
  },
  {
    name: 'buffers without end',
    source: 'const kept = []; while (true) kept.push(new Uint8Array(2 ** 26));',
    ends: 'by itself',
    says: 'MemoryError',
  },
  {
    name: 'printing without end',
    source: "for (let i = 0; i < 300_000; i++) console.log('x'.repeat(100));",
    ends: 'by itself',
    says: 'output',
  },
  {
    name: 'calls without end',
    source:
      'const calls = []; for (let i = 0; i < 5000; i++) calls.push(data.tables()); (await Promise.all(calls)).length',
    ends: 'by itself',
    says: '5000',
  },
  {
    name: 'timers without end',
    source:
      "const again = () => { setTimeout(again); setTimeout(again, 1); }; for (let i = 0; i < 10; i++) again(); 'started'",
    ends: 'by itself',
    says: 'started',
  },
  {
    name: 'a text of half a gigabyte',
    source: "await mlflow.logText('x'.repeat(2 ** 28), 'long.txt');",
    ends: 'by itself',
    says: 'Error',
  },
];
