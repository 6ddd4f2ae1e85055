import { useMemo } from 'react';
import { diffTexts } from '../../../lab/course/diff-texts.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import './text-diff.css';

/** How one text becomes another, line by line; signs and words first, colour second. */
export function TextDiff({
  title,
  from,
  to,
  fromName,
  toName,
}: {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
}) {
  const texts = useMessages(lessonTexts);
  const lines = useMemo(() => diffTexts(from, to), [from, to]);
  return (
    <figure className="text-diff">
      <figcaption>
        {title}{' '}
        <span className="hint">
          − {fromName} + {toName}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll by keyboard, too. */}
      <section className="diff-lines" tabIndex={0} aria-label={title}>
        <code>
          {lines.map(({ kind, text }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
            <span key={i} className="diff-line" data-kind={kind}>
              <span aria-hidden="true">{kind === 'added' ? '+' : kind === 'removed' ? '−' : ' '} </span>
              {kind !== 'same' && <span className="visually-hidden">{texts[kind]}: </span>}
              {text}
            </span>
          ))}
        </code>
      </section>
    </figure>
  );
}
