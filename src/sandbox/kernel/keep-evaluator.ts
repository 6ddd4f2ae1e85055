import { framesOf, programName } from '../../notebook/kernel/stack-frames.ts';

/** Evaluates the programs of cells. */
export interface Evaluator {
  /** The value of an expression, evaluated in the global scope under a name that stacks repeat. */
  evaluate(code: string, sourceName: string): unknown;
  /** The name under which a program was evaluated, for what a stack calls it. */
  nameOfSource(source: string): string;
}

/** Programs whose addresses are still known; older ones have no places any more, see `createPrograms`. */
const N_KEPT = 300;

/**
 * Keeps the means to evaluate programs, of which the global scope loses some afterwards. WebKit tells no places in
 * evaluated text, but does so in a script that has an address: there each program is loaded as one.
 */
export function keepEvaluator(scope: WorkerGlobalScope): Evaluator {
  // Indirect: cells see the global scope and nothing of this file.
  // biome-ignore lint/security/noGlobalEval: cells are evaluated here and nowhere else, behind the wall.
  const evaluateText = globalThis.eval;
  const evaluate = (code: string, sourceName: string): unknown =>
    evaluateText(`${code}\n//# sourceURL=${sourceName}`);
  return tellsPlaces(evaluate) ? { evaluate, nameOfSource: (source) => source } : keepLoader(scope);
}

function tellsPlaces(evaluate: Evaluator['evaluate']): boolean {
  const name = programName(0);
  try {
    evaluate('(() => { throw new Error(); })()', name);
    return false;
  } catch (error) {
    return framesOf((error as Error).stack ?? '').some(({ source }) => source === name);
  }
}

function keepLoader(scope: WorkerGlobalScope): Evaluator {
  const { Blob } = globalThis;
  const load = scope.importScripts.bind(scope);
  const createUrl = URL.createObjectURL.bind(URL);
  const revokeUrl = URL.revokeObjectURL.bind(URL);
  const define = Object.defineProperty;
  const remove = Reflect.deleteProperty;
  const names = new Map<string, string>();
  return {
    evaluate(code, sourceName) {
      let value: unknown;
      // A script has no value: its last operator hands the expression's over, behind it, where it moves no column.
      const taker = { [Symbol.hasInstance]: (given: unknown) => (value = given) };
      define(scope, '$taker', { value: taker, configurable: true });
      const url = createUrl(new Blob([`${code}\ninstanceof $taker`], { type: 'text/javascript' }));
      names.set(url, sourceName);
      const [oldest] = names.keys();
      if (names.size > N_KEPT) names.delete(oldest!);
      try {
        load(url);
      } finally {
        remove(scope, '$taker');
        revokeUrl(url);
      }
      return value;
    },
    nameOfSource: (source) => names.get(source) ?? source,
  };
}
