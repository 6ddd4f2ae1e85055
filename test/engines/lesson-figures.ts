import type { CellProgram } from '../../src/notebook/kernel/kernel.ts';
import type { LessonStart } from '../../src/notebook/lesson/lesson.ts';
import type { LessonFile } from '../../src/notebook/lesson/lesson-file.ts';
import type { CellRecord } from '../../src/notebook/lesson/lesson-lab.ts';
import { rehearseLesson } from '../../src/notebook/lesson/rehearse-lesson.ts';
import { type Figures, textOf } from './figures.ts';

/** A lab for one step, in some engine, of which everything is taken down. */
export interface MeasuredLab {
  run(cell: CellProgram): Promise<CellRecord & { readonly figures: readonly string[] }>;
  lastValue(): Promise<unknown>;
  /** What it holds now. */
  state(): Promise<Figures>;
}

/** Where lessons are worked through. */
export interface MeasuredHost {
  open(start: Pick<LessonStart, 'dataset' | 'clock'>): Promise<MeasuredLab>;
}

/** What a lesson came to in one engine. */
export interface LessonFigures {
  readonly figures: Figures;
  /** Solutions, checks and examples that did not end as they should. */
  readonly problems: readonly string[];
}

/**
 * Works through a lesson with every solution, as the rehearsal does, and takes down what every cell showed, every value
 * of the text, and every record that each step's lab held at its end.
 */
export async function figuresOfLesson(
  file: LessonFile,
  { host, preparationOf }: { readonly host: MeasuredHost; preparationOf(name: string): string },
): Promise<LessonFigures> {
  const figures: Record<string, string> = {};
  let nLabs = 0;
  let latest: MeasuredLab | null = null;
  const closeLatest = async (): Promise<void> => {
    if (latest === null) return;
    for (const [name, text] of Object.entries(await latest.state())) figures[`lab ${nLabs}: ${name}`] = text;
  };
  const open = async (start: Pick<LessonStart, 'dataset' | 'clock'>) => {
    await closeLatest();
    const lab = await host.open(start);
    latest = lab;
    nLabs += 1;
    let nRuns = 0;
    const run = async (cell: CellProgram): Promise<CellRecord> => {
      const where = `lab ${nLabs}: run ${++nRuns} (${cell.cellId})`;
      const { figures: shown, ...record } = await lab.run(cell);
      shown.forEach((text, i) => {
        figures[`${where}, output ${i + 1}`] = text;
      });
      figures[`${where}, end`] = record.end;
      return record;
    };
    return { run, lastValue: () => lab.lastValue() };
  };
  const { problems, values } = await rehearseLesson(file, { open, preparationOf }, { makesMistakes: false });
  await closeLatest();
  for (const [name, value] of values) figures[`value ${name}`] = textOf(value);
  return { figures, problems: problems.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
}
