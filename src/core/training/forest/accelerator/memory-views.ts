import type { AcceleratorExports } from './accelerator-module.ts';

/** `length` 32-bit integers of the accelerator's memory at `place`. A view ends its life when memory grows. */
export function intsAt({ memory }: AcceleratorExports, place: number, length: number): Int32Array {
  return new Int32Array(memory.buffer, place, length);
}

export function floatsAt({ memory }: AcceleratorExports, place: number, length: number): Float32Array {
  return new Float32Array(memory.buffer, place, length);
}

export function doublesAt({ memory }: AcceleratorExports, place: number, length: number): Float64Array {
  return new Float64Array(memory.buffer, place, length);
}
