import { linkFacts } from './link-facts.ts';
import type { Report, ReportLesson, ReportStep } from './report.ts';
import { instantText } from './report-dates.ts';
import { labHtml } from './report-html-lab.ts';
import { taskHtml } from './report-html-task.ts';
import type { ReportPage } from './report-page.ts';
import { standingOf } from './report-standing.ts';
import { REPORT_STYLE } from './report-style.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';
import { html, type SafeHtml } from './safe-html.ts';

/** Nothing is loaded and nothing runs, whatever the report holds: charts are pictures, which run nothing either. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** A report as one page that needs nothing else, without a script, made to be printed too. */
export function reportHtml(report: Report, drawChart: ReportPage['drawChart']): string {
  const { language, student } = report;
  const texts = reportTexts[language];
  const page: ReportPage = { texts, drawChart, when: (instant) => instantText(instant, language) };
  const content = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title(student)}</title>
<style>${{ html: REPORT_STYLE }}</style>
</head>
<body>
<main>
<h1>${texts.title(student)}</h1>
<p class="claim">${texts.claim}</p>
${factsHtml([
  [texts.name, student],
  [texts.written, page.when(report.writtenAt)],
  [texts.version, report.appVersion],
])}
${overviewHtml(report, texts)}
${report.lessons.map((lesson, i) => lessonHtml(lesson, page, i === 0))}
</main>
</body>
</html>
`;
  return content.html;
}

function overviewHtml({ lessons }: Report, texts: ReportTexts): SafeHtml {
  const rows = lessons.map((lesson) => {
    const { nDone, nSteps, nSolved, nExercises } = standingOf(lesson);
    return html`<tr><td>${lesson.title}</td><td class="n">${texts.of(nDone, nSteps)}</td><td class="n">${texts.of(nSolved, nExercises)}</td><td class="n">${texts.minutes(Math.round(lesson.timeMs / 60_000))}</td></tr>`;
  });
  return html`<table><thead><tr><th>${texts.lesson}</th><th class="n">${texts.steps}</th><th class="n">${texts.solved}</th><th class="n">${texts.time}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function lessonHtml(lesson: ReportLesson, page: ReportPage, isFirst: boolean): SafeHtml {
  const { texts, when } = page;
  const digests = new Set(lesson.steps.flatMap(({ lab }) => lab?.datasetDigest ?? []));
  return html`<section><h2 class="${isFirst ? 'first' : 'next'}">${lesson.number === null ? '' : `${lesson.number}. `}${lesson.title}</h2>
${factsHtml([
  [texts.started, when(lesson.startedAt)],
  [texts.changed, when(lesson.changedAt)],
  [texts.time, texts.minutes(Math.round(lesson.timeMs / 60_000))],
  ...[...digests].map((digest): [string, string] => [texts.dataset, digest]),
])}
${lesson.link === null ? null : linkHtml(lesson.link, texts)}
${lesson.markdown === null ? null : html`<p class="soft">${texts.ownLesson}</p>`}
${lesson.steps.map((step) => stepHtml(step, page))}</section>`;
}

function linkHtml(link: string, texts: ReportTexts): SafeHtml {
  const facts = linkFacts(link);
  const content = facts === null ? html`<p>${texts.linkUnreadable}</p>` : factsHtml(facts);
  return html`<p class="soft">${texts.link}</p>${content}`;
}

function stepHtml(step: ReportStep, page: ReportPage): SafeHtml {
  const { texts } = page;
  return html`<h3>${step.title} <span class="soft">${step.doneAt === null ? texts.stepOpen : texts.stepDone}</span></h3>
${step.tasks.map((task) => taskHtml(task, page))}
${step.lab === null ? null : labHtml(step.lab, page)}
`;
}

function factsHtml(facts: readonly (readonly [string, string])[]): SafeHtml {
  return html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
