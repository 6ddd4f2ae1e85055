import { useQuery } from '@tanstack/react-query';
import { buildPageReport } from '../../lab/course/page-report.ts';
import type { Report } from '../../notebook/report/report.ts';
import { reportHtml } from '../../notebook/report/report-html.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { compileOwn } from '../lessons/compile-own.ts';
import { loadChartSvg } from './chart-svg.ts';
import { handInTexts } from './hand-in-texts.ts';

/** The report of what is stored now; undefined while it is built. `student` may still be empty. */
export function useReport(
  lessonId: string | null,
  student: string,
): { readonly report: Report | undefined; readonly error: unknown } {
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['report', lessonId, language],
    queryFn: () => buildPageReport({ lessonId, student: '', language, compile: compileOwn }),
    // What is stored changes in lessons, not here.
    ...{ staleTime: 0, gcTime: 0 },
  });
  return { report: data === undefined ? undefined : { ...data, student: student.trim() }, error };
}

/** A report as a page; undefined while its charts are drawn. */
export function useReportHtml(report: Report | undefined): string | undefined {
  const formats = useFormats();
  const { count } = useMessages(handInTexts);
  const { data } = useQuery({
    queryKey: ['chart-svg', count],
    queryFn: () => loadChartSvg(formats, count),
  });
  return report === undefined || data === undefined ? undefined : reportHtml(report, data);
}
