import { useMessages } from '../i18n/use-messages.ts';
import { useNotebook, useNotebookState } from './notebook-context.ts';
import { stationTexts } from './station-texts.ts';

const TEXTS = {
  off: 'kernelOff',
  starting: 'kernelStarting',
  idle: 'kernelIdle',
  running: 'kernelRunning',
  stopping: 'kernelStopping',
  crashed: 'kernelCrashed',
} as const;

const LIMITS_S = [10, 60, 300, 1800] as const;

/** What the kernel does, and how long it lets a cell run. */
export function KernelState() {
  const texts = useMessages(stationTexts);
  const { session } = useNotebook();
  const kernel = useNotebookState((state) => state.kernel);
  const limitMs = useNotebookState((state) => state.timeLimitMs);
  return (
    <>
      <span className="kernel-state" data-state={kernel} role="status">
        {texts[TEXTS[kernel]]}
      </span>
      <label className="time-limit">
        <span>{texts.timeLimit}</span>
        <select
          value={limitMs === null ? '' : limitMs / 1000}
          onChange={({ target: { value } }) =>
            session.setTimeLimit(value === '' ? null : Number(value) * 1000)
          }
        >
          {LIMITS_S.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds < 120 ? texts.seconds(seconds) : texts.minutes(seconds / 60)}
            </option>
          ))}
          <option value="">{texts.noLimit}</option>
        </select>
      </label>
    </>
  );
}
