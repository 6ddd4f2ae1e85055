import { inspect } from 'node:util';
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernel } from '../kernel/open-kernel.ts';
import { anyStatements } from './any-program.ts';

/** What a program did: all it logged, and how it ended. */
type Trace = readonly string[];

/** Programs that count on and on are ended after this many steps. */
const MAX_STEPS = 300;

/** The names that programs call, writing into `trace`. */
function namesFor(trace: string[]) {
  let nSteps = 0;
  const tick = (): true => {
    if (++nSteps > MAX_STEPS) throw new Error('too long');
    return true;
  };
  return {
    tick,
    log: (value: unknown): void => void (tick() && trace.push(show(value))),
    call: (action: (...args: unknown[]) => unknown, ...args: unknown[]): unknown => tick() && action(...args),
  };
}

/** The source of a function, which a text may have been made of, is the one thing that is rewritten. */
const SOURCE = /=>|class|function|tick/;
const QUOTED = /(['"`])(?:\\.|(?!\1)[^\\])*\1/gs;

function show(value: unknown): string {
  if (typeof value === 'string') return SOURCE.test(value) ? '[source]' : inspect(value);
  if (value instanceof Error) return value.name;
  const shown = inspect(value, { depth: 2, breakLength: Infinity });
  return shown.replace(QUOTED, (text) => (SOURCE.test(text) ? '[source]' : text));
}

/** The oracle: the program as the body of one async function. Null where it is no program. */
async function runAsScript(program: string): Promise<Trace | null> {
  const trace: string[] = [];
  try {
    // A program whose promises nobody awaits is another matter.
    const run = new vm.Script(
      `'use strict'; (({ tick, log, call }) => (async () => { ${program}\n})())`,
    ).runInThisContext();
    await run(namesFor(trace)).then(undefined, (error: unknown) =>
      trace.push(`threw ${error instanceof Error ? error.name : 'uncaught'}`),
    );
    return trace;
  } catch {
    return null;
  }
}

async function runAsCells(cells: readonly string[]): Promise<Trace | null> {
  const trace: string[] = [];
  const kernel = openKernel(namesFor(trace));
  for (const source of cells) {
    const { outputs, end } = await kernel.cell(source);
    const error = outputs.findLast((output) => output.kind === 'error');
    if (error?.name === 'SyntaxError') return null;
    if (end === 'error') {
      trace.push(`threw ${error?.name}`);
      break;
    }
  }
  return trace;
}

process.on('unhandledRejection', () => undefined);

describe('a rewritten cell', () => {
  it('does what the same program does as one script', async () => {
    await fc.assert(
      fc.asyncProperty(anyStatements, async (statements) => {
        const program = statements.join('');
        const expected = await runAsScript(program);
        fc.pre(expected !== null);
        const actual = await runAsCells([program]);
        fc.pre(actual !== null);
        expect(actual).toEqual(expected);
      }),
      { numRuns: 600, maxSkipsPerRun: 1000 },
    );
  });

  it('leaves its variables to the next: statement by statement a program does what it does as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyStatements, async (statements) => {
        // Of a script, functions are there from the start; of a notebook, when their cell has run.
        const isFunction = (statement: string): boolean => /^(async )?function/.test(statement);
        const cells = [...statements.filter(isFunction), ...statements.filter((text) => !isFunction(text))];
        const expected = await runAsScript(cells.join(''));
        const actual = await runAsCells(cells);
        // So are variables that are read before their declaration, by an error of another kind.
        const isReadEarly = (trace: Trace | null): boolean =>
          trace === null || trace.join().includes('ReferenceError');
        fc.pre(!isReadEarly(expected) && !isReadEarly(actual));
        expect(actual).toEqual(expected);
      }),
      { numRuns: 200, maxSkipsPerRun: 1000 },
    );
  });
});
