import { inThreadExecutor } from '../../../src/core/training/forest/forest-executor.ts';
import { loadDanfo } from '../../../src/headless/danfo.ts';
import { tfjsRuntime } from '../../../src/headless/tfjs-runtime.ts';
import type { LabApiContext } from '../../../src/notebook/lab-api/lab-api.ts';

/** What the façade needs besides its engine, the same each time. */
export function labApiContext(reached: Pick<LabApiContext, 'engine' | 'datasets'>): LabApiContext {
  return {
    engine: reached.engine,
    datasets: reached.datasets,
    danfo: loadDanfo,
    executor: inThreadExecutor,
    tfjs: tfjsRuntime,
    codeVersion: 'test',
    entropy: () => 7,
    warn: () => undefined,
  };
}
