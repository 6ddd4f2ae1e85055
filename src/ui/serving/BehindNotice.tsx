import type { ApiStatus } from '../../core/serving/api.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { servingTexts } from './serving-texts.ts';

/** Says that the registry has moved on and the API has not, and why. */
export function BehindNotice({
  status,
  isPending,
  onRestart,
}: {
  readonly status: ApiStatus;
  readonly isPending: boolean;
  readonly onRestart: () => void;
}) {
  const texts = useMessages(servingTexts);
  const { current, model } = status;
  if (current === null) return null;
  return (
    <div className="notice" data-kind="caution">
      <strong>
        {model === null
          ? texts.behindFailed(current.name, current.version)
          : texts.behind(current.name, current.version, model.version)}
      </strong>
      <span>{texts.behindWhy}</span>
      <div className="actions">
        <button type="button" className="primary" disabled={isPending} onClick={onRestart}>
          {texts.restartTo(current.version)}
        </button>
      </div>
    </div>
  );
}
