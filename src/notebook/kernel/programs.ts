import type { CompiledCell } from '../cell/compile-cell.ts';
import type { Locate } from './error-output.ts';
import { programName } from './stack-frames.ts';

/** The programs that ran, to find places of errors: functions of earlier cells may fail in later ones. */
export interface Programs {
  /** Keeps a program; gives the name to evaluate it under. */
  add(cellId: string, compiled: CompiledCell): string;
  readonly locate: Locate;
}

/** Programs whose places are still known; older runs are forgotten. */
const N_KEPT = 300;

/** Keeps the programs of one kernel. */
export function createPrograms(): Programs {
  const kept = new Map<string, { readonly cellId: string; readonly compiled: CompiledCell }>();
  let nPrograms = 0;
  return {
    add(cellId, compiled) {
      const name = programName(++nPrograms);
      kept.set(name, { cellId, compiled });
      const [oldest] = kept.keys();
      if (kept.size > N_KEPT) kept.delete(oldest!);
      return name;
    },
    locate(name, position) {
      const program = kept.get(name);
      if (program === undefined) return null;
      return { cellId: program.cellId, ...program.compiled.toSource(position) };
    },
  };
}
