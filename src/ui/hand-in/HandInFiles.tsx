import { useMutation } from '@tanstack/react-query';
import { announce } from '../../lab/session/session.ts';
import type { Report } from '../../notebook/report/report.ts';
import { REPORT_EXTENSION } from '../../notebook/report/report-file.ts';
import { reportMarkdown } from '../../notebook/report/report-markdown.ts';
import { writeReport } from '../../notebook/report/write-report.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { fileName, saveFile } from '../parts/save-file.ts';
import { handInTexts } from './hand-in-texts.ts';

/** The three files of a report; none without a name. */
export function HandInFiles({
  report,
  html,
}: {
  readonly report: Report;
  readonly html: string | undefined;
}) {
  const texts = useMessages(handInTexts);
  const isNamed = report.student !== '';
  const [only, ...others] = report.lessons;
  const what = others.length === 0 && only !== undefined ? only.lessonId : 'course';
  const save = useMutation({
    mutationFn: async ({ extension, write }: { extension: string; write: () => Blob }) => {
      const name = `${fileName(report.student)}-${fileName(what)}${extension}`;
      saveFile(write(), name);
      announce(texts.saved(name));
      return name;
    },
  });
  return (
    <section className="section" aria-labelledby="hand-in-files">
      <h2 id="hand-in-files">{texts.files}</h2>
      {!isNamed && <p className="hint">{texts.nameMissing}</p>}
      <div className="actions">
        <button
          type="button"
          className="primary"
          disabled={!isNamed}
          onClick={() =>
            save.mutate({
              extension: REPORT_EXTENSION,
              write: () => new Blob([writeReport(report)], { type: 'application/octet-stream' }),
            })
          }
        >
          {texts.sflab}
        </button>
        <button
          type="button"
          className="plain"
          disabled={!isNamed || html === undefined}
          onClick={() =>
            save.mutate({ extension: '.html', write: () => new Blob([html ?? ''], { type: 'text/html' }) })
          }
        >
          {texts.html}
        </button>
        <button
          type="button"
          className="plain"
          disabled={!isNamed}
          onClick={() =>
            save.mutate({
              extension: '.md',
              write: () => new Blob([reportMarkdown(report)], { type: 'text/markdown' }),
            })
          }
        >
          {texts.markdown}
        </button>
      </div>
      <p className="hint" role="status">
        {save.data === undefined ? texts.sflabWhy : texts.saved(save.data)}
      </p>
      <ErrorNotice error={save.error} />
    </section>
  );
}
