import { useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { acceptLink } from '../../../lab/course/accept-link.ts';
import { readLinkDataset } from '../../../lab/course/link-dataset.ts';
import { navigate } from '../../address.ts';
import { useAddressParams } from '../../address-params.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { lessonTexts } from '../lesson-texts.ts';
import { ProblemLines } from '../list/ProblemLines.tsx';
import { TextDiff } from '../live/TextDiff.tsx';
import { linkFile } from './link-file.ts';
import { linkTexts } from './link-texts.ts';
import { OwnMonths } from './OwnMonths.tsx';
import { useDescription } from './use-description.ts';
import { type LookedUpLink, useFoundLink } from './use-found-link.ts';
import './link.css';

type Found = Extract<LookedUpLink, { problem: null }>;

/** What a link would do, in words and as a difference; nothing is opened, run or changed until the student says so. */
export function OpenLinkPage() {
  const texts = useMessages(linkTexts);
  const { path } = useAddressParams();
  const inAddress = path.replace(/^\/l\/?/, '');
  const ofFile = useStore(linkFile, ({ text }) => text);
  const { looked, error } = useFoundLink(inAddress === 'file' ? (ofFile ?? '') : inAddress);
  return (
    <div className="page link-page">
      <h1>{looked?.found === null ? texts.openRefused : texts.openTitle}</h1>
      <ErrorNotice error={error} />
      {looked?.problem === null && <LinkOffer looked={looked} />}
      {looked !== undefined && looked.problem !== null && <Refusal looked={looked} />}
    </div>
  );
}

function Refusal({ looked }: { readonly looked: Exclude<LookedUpLink, { problem: null }> }) {
  const texts = useMessages(linkTexts);
  const lessons = useMessages(lessonTexts);
  const { code, path } = looked.problem;
  const message = texts[`problem-${code}`];
  return (
    <>
      <div className="notice" data-kind="failure" role="alert">
        <p>{typeof message === 'string' ? message : message(path ?? '')}</p>
        <p>{texts.nothingDone}</p>
      </div>
      {looked.findings.length > 0 && <ProblemLines problems={looked.findings} />}
      <p>
        <Link href="/lessons">{lessons.back}</Link>
      </p>
    </>
  );
}

function LinkOffer({ looked }: { readonly looked: Found }) {
  const texts = useMessages(linkTexts);
  const [error, setError] = useState<unknown>(null);
  const { found, stepTitle, cells, former, findings } = looked;
  const { link, title } = found;
  const lines = useDescription(link, { lesson: title, step: stepTitle, of: looked.lesson });
  const dataset = link.dataset === undefined ? null : readLinkDataset(link.dataset);
  const accept = async (): Promise<void> => {
    try {
      navigate(await acceptLink(found), { replace: true });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      {link.note !== undefined && <blockquote className="link-note">{link.note}</blockquote>}
      <section className="section">
        <p>{texts.openLead}</p>
        <ul className="link-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="hint">{texts.keeps}</p>
        {link.lesson.kind === 'own' && <p className="hint">{texts.ownRuns}</p>}
        {former !== null && <p className="hint">{texts.replaces}</p>}
        {dataset?.kind === 'free-lab' && <OwnMonths wanted={dataset.digest} />}
      </section>
      <div className="actions">
        <button type="button" className="primary" onClick={() => void accept()}>
          {texts.openDo}
        </button>
        <Link className="plain" href="/lessons">
          {texts.openCancel}
        </Link>
      </div>
      <ErrorNotice error={error} />
      <Differences cells={cells} />
      {link.lesson.kind === 'own' && (
        <section className="section">
          <h2>{texts.ownTitle}</h2>
          {findings.length > 0 && <ProblemLines problems={findings} />}
          {former === null ? (
            <details>
              <summary>{texts.ownPreview}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
              <pre className="link-file" tabIndex={0}>
                {link.lesson.markdown}
              </pre>
            </details>
          ) : (
            <LessonDiff from={former} to={link.lesson.markdown} />
          )}
        </section>
      )}
    </>
  );
}

function Differences({ cells }: Pick<Found, 'cells'>) {
  const texts = useMessages(linkTexts);
  const lesson = useMessages(lessonTexts);
  if (cells.length === 0) return null;
  return (
    <section className="section">
      <h2>{texts.cellsTitle}</h2>
      {cells.map(({ id, before, after }) => (
        <TextDiff
          key={id}
          title={lesson.diffOf(id)}
          {...{ from: before, to: after, fromName: lesson.theirs, toName: texts.ofLink }}
        />
      ))}
    </section>
  );
}

function LessonDiff({ from, to }: { readonly from: string; readonly to: string }) {
  const texts = useMessages(linkTexts);
  return <TextDiff title={texts.ownTitle} {...{ from, to, fromName: texts.ofHere, toName: texts.ofLink }} />;
}
