import type { Engine } from '../core/engine/create-engine.ts';
import { stripTypes } from '../notebook/cell/strip-types.ts';
import { createKernel, type KernelOptions } from '../notebook/kernel/create-kernel.ts';
import type { Kernel } from '../notebook/kernel/kernel.ts';
import type { LabApi } from '../notebook/lab-api/lab-api.ts';
import { loadDanfo } from './danfo.ts';
import { evaluate } from './evaluate.ts';
import { type HeadlessEngineOptions, openHeadlessEngine } from './open-lab.ts';

/** A lab in this process with a kernel over it. */
export interface HeadlessKernel {
  readonly engine: Engine;
  /** The API that the kernel's cells have. */
  readonly api: LabApi;
  readonly kernel: Kernel;
}

/** What a headless kernel may be given. */
export interface HeadlessKernelOptions
  extends HeadlessEngineOptions,
    Pick<KernelOptions, 'limits' | 'showsResult'> {
  /** Names in the scope of cells besides the lab's own, or in their place. */
  readonly names?: Readonly<Record<string, unknown>>;
  /** The student's answer to a question of reflection. */
  readonly answer?: (id: string) => string | undefined;
}

/** Opens a lab in memory, empty where no database is given, and a kernel whose cells work on it. */
export async function openHeadlessKernel(options: HeadlessKernelOptions = {}): Promise<HeadlessKernel> {
  const { names = {}, answer = () => undefined, ...rest } = options;
  const { engine, createApi } = await openHeadlessEngine(options);
  let api: LabApi | null = null;
  const kernel = createKernel({
    ...rest,
    evaluate,
    loadDanfo,
    loadStripTypes: async () => stripTypes,
    timer: () => performance.now(),
    api(hooks) {
      api = createApi({ ...hooks, answer });
      return { ...api, ...names };
    },
  });
  return { engine, kernel, api: api! };
}
