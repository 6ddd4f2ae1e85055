import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { readLessonId } from '../../lab/course/lesson-id.ts';
import { keepStudentName, readStudentName } from '../../lab/course/page-report.ts';
import { listShippedLessons } from '../../lab/course/shipped-lessons.ts';
import { useAddressParams } from '../address-params.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { HandInFiles } from './HandInFiles.tsx';
import { handInTexts } from './hand-in-texts.ts';
import { ReportContents } from './ReportContents.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { useReport, useReportHtml } from './use-report.ts';
import './hand-in.css';

/** The student's page: name, what is in the report, three files, and how it reads. */
export function HandInPage() {
  const texts = useMessages(handInTexts);
  const language = useLanguage();
  const { params, change } = useAddressParams();
  const lessonId = params.get('lesson');
  const [name, setName] = useState(readStudentName);
  const student = useDeferredValue(name);
  const { report, error } = useReport(lessonId, student);
  const html = useReportHtml(report);
  const lessons = listShippedLessons(language);
  const isOther = lessonId !== null && lessons.every(({ slug }) => slug !== lessonId);
  return (
    <div className="page hand-in-page">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <p className="notice" data-kind="caution">
        {texts.claim}
      </p>
      <div className="hand-in-fields">
        <label className="field">
          <span>{texts.name}</span>
          <input
            autoComplete="name"
            maxLength={120}
            value={name}
            onChange={({ target }) => {
              setName(target.value);
              keepStudentName(target.value);
            }}
          />
        </label>
        <label className="field">
          <span>{texts.what}</span>
          <select
            value={lessonId ?? ''}
            onChange={({ target }) =>
              change({ lesson: target.value === '' ? null : target.value }, { replace: true })
            }
          >
            <option value="">{texts.all}</option>
            {lessons.map(({ slug, title, number }) => (
              <option key={slug} value={slug}>
                {number}. {title}
              </option>
            ))}
            {isOther && <option value={lessonId}>{readLessonId(lessonId).slug}</option>}
          </select>
        </label>
      </div>
      <ErrorNotice error={error} />
      {report === undefined && error === null && <p className="loading">{texts.loading}</p>}
      {report !== undefined && <ReportContents report={report} />}
      {report !== undefined && report.lessons.length > 0 && (
        <>
          <HandInFiles report={report} html={html} />
          <section className="section" aria-labelledby="hand-in-preview">
            <h2 id="hand-in-preview">{texts.preview}</h2>
            {html !== undefined && <ReportPreview html={html} title={texts.previewOf} />}
          </section>
        </>
      )}
      <p>
        <Link href="/lessons">{texts.back}</Link>
      </p>
    </div>
  );
}
