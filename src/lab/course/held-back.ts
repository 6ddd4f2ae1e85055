import type { CodeCell } from '../../notebook/document/notebook.ts';
import type { ExampleBlock, Step } from '../../notebook/lesson/lesson.ts';
import type { TaskProgressRecord } from './course-collections.ts';

/** What a student did with the examples of a step. */
export interface ExamplesTried {
  readonly tasks: Readonly<Record<string, Pick<TaskProgressRecord, 'answeredAt'>>>;
  /** The last run of a cell; null where it never ran. */
  readonly lastRunOf: (cellId: string) => CodeCell['lastRun'];
}

/**
 * The first example of a step whose result is still to be predicted, or to be seen. What follows it may tell the result,
 * and is held back. Null where nothing is.
 */
export function heldBackBy(
  { blocks }: Pick<Step, 'blocks'>,
  { tasks, lastRunOf }: ExamplesTried,
): ExampleBlock | null {
  const asks = blocks.filter(
    (block): block is ExampleBlock => block.kind === 'example' && block.prediction !== null,
  );
  return asks.find(({ id }) => (tasks[id]?.answeredAt ?? null) === null || lastRunOf(id) === null) ?? null;
}
