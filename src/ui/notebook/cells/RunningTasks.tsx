import type { Progress } from '../../../core/task.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { notebookTexts } from '../notebook-texts.ts';

/** How far the long tasks inside a running cell are. */
export function RunningTasks({ progress }: { readonly progress: Readonly<Record<number, Progress>> }) {
  const texts = useMessages(notebookTexts);
  const tasks = Object.entries(progress);
  if (tasks.length === 0) return null;
  return (
    <div className="cell-tasks">
      {tasks.map(([taskId, task]) => (
        <ProgressLine
          key={taskId}
          label={[texts[`unit-${task.unit}`], task.label].filter(Boolean).join(', ')}
          progress={task}
        />
      ))}
    </div>
  );
}
