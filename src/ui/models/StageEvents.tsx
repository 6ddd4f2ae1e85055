import type { StageEvent } from '../../core/registry/stage-history.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { StageChip } from '../parts/StageChip.tsx';
import { modelsTexts } from './models-texts.ts';

/** Every change of stage: when, which version, from where to where, by whom and why. Newest first. */
export function StageEvents({ history }: { readonly history: readonly StageEvent[] }) {
  const texts = useMessages(modelsTexts);
  const formats = useFormats();
  return (
    <details open>
      <summary>{texts.events}</summary>
      <div className="table-frame stack-frame">
        <table className="table stacked">
          <thead>
            <tr>
              {[texts.when, texts.version, texts.change, texts.who, texts.reason].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.toReversed().map((event) => (
              <tr key={event.sequence}>
                <td data-label={texts.when}>{formats.instant(event.at)}</td>
                <td data-label={texts.version}>{texts.versionOf(String(event.version))}</td>
                <td data-label={texts.change} data-wide>
                  <Change event={event} />
                </td>
                <td data-label={texts.who}>{event.user}</td>
                <td data-label={texts.reason} data-wide>
                  {event.causedBy === null ? (event.reason ?? '–') : texts.archivedBy(String(event.causedBy))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Change({ event: { from, to } }: { readonly event: StageEvent }) {
  const texts = useMessages(modelsTexts);
  return (
    <span className="stage-change">
      {from === null ? texts.createdEvent : <StageChip stage={from} />}
      <span aria-hidden="true">→</span>
      {to === null ? texts.deletedEvent : <StageChip stage={to} />}
    </span>
  );
}
