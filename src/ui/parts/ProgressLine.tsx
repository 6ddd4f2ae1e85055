import type { Progress } from '../../core/task.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { partsTexts } from './parts-texts.ts';

/** How far a long task is, as a bar and in its own unit. */
export function ProgressLine({
  label,
  progress,
}: {
  readonly label: string;
  readonly progress: Progress | null;
}) {
  const texts = useMessages(partsTexts);
  const formats = useFormats();
  const { done = 0, total = null } = progress ?? {};
  const percent = total === null || total === 0 ? null : Math.round((done / total) * 100);
  return (
    <div className="progress">
      <span>
        {label}
        {total !== null && `: ${texts.progressOf(formats.count(done), formats.count(total))}`}
      </span>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        <div className="progress-fill" style={{ width: `${percent ?? 15}%` }} />
      </div>
    </div>
  );
}
