import type { CellProgram, CellResult } from '../../src/notebook/kernel/kernel.ts';
import type { EnginePage } from './engine.ts';
import type { Figures } from './figures.ts';
import type { MeasuredHost } from './lesson-figures.ts';
import type { PageRun } from './lesson-page/main.ts';

/** Prints what the last cell displayed, with the numbers that JSON has not. */
const TELL_VALUE = `console.log(JSON.stringify(result, (_, value) =>
  typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
    ? { $number: Object.is(value, -0) ? '-0' : String(value) } : value));`;

/** Labs behind the wall of a page, see `lesson-page`. */
export function createPageLabs(page: EnginePage): MeasuredHost {
  const call = <T>(method: string, given: unknown): Promise<T> =>
    page.evaluate<T>(`return (await lessons.${method}(${JSON.stringify(given)})) ?? null;`);
  const run = (cell: CellProgram): Promise<PageRun> => call('run', cell);
  return {
    async open(start) {
      await call('open', start);
      return {
        async run(cell) {
          const { end, troubles, figures } = await run(cell);
          return { end: end as CellResult['end'], outputs: troubles, figures };
        },
        async lastValue() {
          const { texts } = await run({ cellId: 'last-value', source: TELL_VALUE, scope: 'own' });
          return JSON.parse(texts.join(''), (_, value) => reviveNumber(value));
        },
        state: () => call<Figures>('state', null),
      };
    },
  };
}

function reviveNumber(value: unknown): unknown {
  const { $number } = Object(value) as { readonly $number?: string };
  return $number === undefined ? value : Number($number);
}
