import { useMessages } from '../i18n/use-messages.ts';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { importTexts } from './import-texts.ts';
import type { Task } from './use-task.ts';

/** How far a task is, and the button that stops it. */
export function TaskLine({ label, task }: { readonly label: string; readonly task: Task }) {
  const texts = useMessages(importTexts);
  return (
    <div className="actions">
      <ProgressLine label={label} progress={task.progress} />
      <button type="button" className="plain" onClick={task.cancel}>
        {texts.cancel}
      </button>
    </div>
  );
}
