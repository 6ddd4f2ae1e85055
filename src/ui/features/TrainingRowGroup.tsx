import type { JoinedGroup } from '../../lab/features/join-customer.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import { useAge } from './use-age.ts';
import { useCellText } from './use-cell-text.ts';

/** What one view gives to the training row: which of its rows, how old, or why none; then the values. */
export function TrainingRowGroup({
  group,
  atMs,
  isDoubled,
}: {
  readonly group: JoinedGroup;
  readonly atMs: number;
  /** The other training rows of this customer have another source row here. */
  readonly isDoubled: boolean;
}) {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const cellText = useCellText();
  const age = useAge();
  const { view, used, isLeak, isLate, reason, cells } = group;
  return (
    <div
      className="row-group"
      data-leak={isLeak || undefined}
      data-doubled={isDoubled || undefined}
      data-reason={reason}
    >
      <div className="row-source">
        <code>{view}</code>
        <span>
          <Glyph group={group} /> <SourceWords group={group} />
        </span>
        {isLate && !isLeak && used?.createdTimestamp != null && (
          <span className="late-word">
            {texts.landedLater(
              formats.date(used.createdTimestamp),
              age(used.createdTimestamp.getTime() - atMs),
            )}
          </span>
        )}
      </div>
      <dl className="row-cells">
        {cells.map(({ feature, value }) => (
          <div key={feature} data-null={value === null || undefined}>
            <dt title={feature}>{feature}</dt>
            <dd>
              <span className="figure">
                {used === null ? texts.noValue : `${value === null ? '○ ' : ''}${cellText(value)}`}
              </span>
              {used !== null && (
                <small>{isLeak ? texts.fromRow(formats.date(used.eventTimestamp)) : age(used.ageMs)}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The row's state by shape; the words beside it say the same. */
function Glyph({ group: { reason, isLeak } }: { readonly group: JoinedGroup }) {
  const glyphs = { matched: '●', 'key-unknown': '✕', 'only-future-rows': '✕', 'expired-by-ttl': '◷' };
  return (
    <span className="glyph" aria-hidden="true">
      {isLeak ? '▲' : glyphs[reason]}
    </span>
  );
}

/** Which row was used and how old it is, or why there is none. */
export function SourceWords({ group }: { readonly group: JoinedGroup }) {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const age = useAge();
  const { used, isLeak, reason, expired, nextFuture } = group;
  if (used !== null) {
    const words = isLeak ? texts.leakedRow : texts.usedRow;
    return words(formats.date(used.eventTimestamp), age(Math.abs(used.ageMs)));
  }
  if (reason === 'only-future-rows' && nextFuture !== null) {
    return texts[reason](formats.date(nextFuture.eventTimestamp));
  }
  if (reason === 'expired-by-ttl' && expired !== null) {
    return texts[reason](formats.date(expired.eventTimestamp), age(expired.ageMs));
  }
  return texts['key-unknown'];
}
