import type { CellOutput } from '../document/output.ts';
import type { CellProgram, CellResult } from '../kernel/kernel.ts';
import type { LessonStart } from './lesson.ts';

/** A cell that has run. */
export interface CellRecord {
  readonly end: CellResult['end'];
  readonly outputs: readonly CellOutput[];
}

/** A lab for one step of a lesson, with a kernel of its own. */
export interface LessonLab {
  run(cell: CellProgram): Promise<CellRecord>;
  /** What the last cell displayed, as a value. */
  lastValue(): Promise<unknown>;
}

/** Where lessons are worked through. */
export interface LessonHost {
  /** A lab made anew: its dataset loaded, its clock set, nothing run. */
  open(start: Pick<LessonStart, 'dataset' | 'clock'>): Promise<LessonLab>;
  /** The source of a shared preparation; throws a `KeyError` where there is none. */
  preparationOf(name: string): string;
}
