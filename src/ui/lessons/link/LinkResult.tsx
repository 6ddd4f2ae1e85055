import { useMemo } from 'react';
import { LabError } from '../../../core/errors.ts';
import { announce } from '../../../lab/session/session.ts';
import { type EncodedLink, encodeLink } from '../../../notebook/link/encode-link.ts';
import type { LessonLink } from '../../../notebook/link/lesson-link.ts';
import { MAX_LINK_CHARS } from '../../../notebook/link/link-format.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { saveFile } from '../../parts/save-file.ts';
import { type LinkDraft, linkOf } from './link-draft.ts';
import { linkTexts } from './link-texts.ts';
import { QrCode } from './QrCode.tsx';
import { useDescription } from './use-description.ts';
import { useDraftLesson } from './use-draft-lesson.ts';

/** The link of the form: what it does in words, how long it is, and the ways to share it. */
export function LinkResult({ draft }: { readonly draft: LinkDraft }) {
  const texts = useMessages(linkTexts);
  const { link, encoded, problem } = useMemo(() => encode(draft), [draft]);
  const lesson = useDraftLesson(draft)?.lesson;
  const step = lesson?.steps.find(({ id }) => id === draft.step)?.title;
  const lines = useDescription(link, { lesson: lesson?.title, step, of: lesson });
  return (
    <aside className="compose-result" aria-label={texts.theLink}>
      <h2>{texts.says}</h2>
      <ul className="link-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {problem !== null && (
        <p className="notice" data-kind="failure" role="status">
          {texts.wrong}: {problem}
        </p>
      )}
      {encoded !== null && <Sharing encoded={encoded} />}
    </aside>
  );
}

function Sharing({ encoded: { text, size } }: { readonly encoded: EncodedLink }) {
  const texts = useMessages(linkTexts);
  const formats = useFormats();
  const address = `${location.href.split('#')[0]}#/l/${text}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    announce(texts.copied);
  };
  return (
    <>
      <p className="link-size" data-size={size}>
        {texts.size(formats.count(address.length), formats.percent(text.length / MAX_LINK_CHARS))}
      </p>
      {size !== 'short' && (
        <p className="notice" data-kind="caution" role="status">
          {size === 'long' ? texts.sizeLong : texts.sizeFile}
        </p>
      )}
      {size !== 'file' && (
        <input
          className="figure link-address"
          aria-label={texts.theLink}
          readOnly
          value={address}
          onFocus={({ target }) => target.select()}
        />
      )}
      <div className="actions">
        {size !== 'file' && (
          <button type="button" className="primary" onClick={() => void copy()}>
            {texts.copy}
          </button>
        )}
        <button
          type="button"
          className={size === 'file' ? 'primary' : 'plain'}
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), 'lesson.sflink')}
        >
          {texts.download}
        </button>
        {size !== 'file' && (
          <a className="quiet" href={address} target="_blank" rel="noreferrer">
            {texts.tryIt}
          </a>
        )}
      </div>
      {size !== 'file' && <QrCode address={address} />}
    </>
  );
}

function encode(draft: LinkDraft): {
  readonly link: LessonLink;
  readonly encoded: EncodedLink | null;
  readonly problem: string | null;
} {
  const link = linkOf(draft);
  try {
    return { link, encoded: encodeLink(link), problem: null };
  } catch (error) {
    const hint = error instanceof LabError ? ` (${error.hint})` : '';
    return { link, encoded: null, problem: `${error instanceof Error ? error.message : error}${hint}` };
  }
}
