import { boundMemory } from './bound-memory.ts';
import { hardenScope } from './harden-scope.ts';
import { keepEvaluator } from './keep-evaluator.ts';
import { startKernel } from './start-kernel.ts';
import { hearStrays } from './stray-errors.ts';
import { keepThreadMaker } from './thread-maker.ts';

declare const self: DedicatedWorkerGlobalScope;

// The first message brings the port, which is the only way out. All others are closed before any of a student's code.
self.onmessage = ({ ports }: MessageEvent) => {
  self.onmessage = null;
  boundMemory(self);
  const threads = keepThreadMaker();
  const evaluator = keepEvaluator(self);
  const strays = hearStrays(self);
  const stubborn = hardenScope(self);
  if (stubborn.length > 0) throw new Error(`the worker would not let go of ${stubborn.join(', ')}`);
  startKernel(ports[0]!, { threads, evaluator, strays });
};
