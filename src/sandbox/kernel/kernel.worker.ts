import type { KernelConnect } from '../frame/frame-message.ts';
import { boundMemory } from './bound-memory.ts';
import { keepForests } from './forest-executor.ts';
import { hardenScope } from './harden-scope.ts';
import { keepEvaluator } from './keep-evaluator.ts';
import { startKernel } from './start-kernel.ts';
import { hearStrays } from './stray-errors.ts';

declare const self: DedicatedWorkerGlobalScope;

// The first message brings the ports, which are the only ways out. All others are closed before any of a student's code.
self.onmessage = ({ data, ports: [port, forestPort] }: MessageEvent<KernelConnect>) => {
  self.onmessage = null;
  boundMemory(self);
  const executor = keepForests({ port: forestPort!, nWorkers: data.nWorkers });
  const evaluator = keepEvaluator(self);
  const strays = hearStrays(self);
  const stubborn = hardenScope(self);
  if (stubborn.length > 0) throw new Error(`the worker would not let go of ${stubborn.join(', ')}`);
  startKernel(port!, { executor, evaluator, strays });
};
