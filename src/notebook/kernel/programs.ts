import type { CompiledCell } from '../cell/compile-cell.ts';
import type { Locate } from './error-output.ts';
import { programName } from './stack-frames.ts';

/** The programs that ran, to find places of errors: functions of earlier cells may fail in later ones. */
export interface Programs {
  /** Keeps a program; gives the name to evaluate it under. */
  add(cellId: string, compiled: CompiledCell): string;
  readonly locate: Locate;
}

/** Where the function begins that a cell is made into. WebKit counts its own call as a frame, which is no student's. */
const HEAD_COLUMN = '(async ('.length + 1;

/** Programs whose places are still known; older runs are forgotten. */
const N_KEPT = 300;

/** Keeps the programs of one kernel; `nameOf` gives a program's name for what a stack calls it. */
export function createPrograms(nameOf = (source: string): string => source): Programs {
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
      const program = kept.get(nameOf(name));
      if (program === undefined) return null;
      if (position.line === 1 && position.column <= HEAD_COLUMN) return null;
      return { cellId: program.cellId, ...program.compiled.toSource(position) };
    },
  };
}
