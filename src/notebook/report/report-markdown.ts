import { fenceFor } from '../document/fence.ts';
import { linkFacts } from './link-facts.ts';
import type { Report, ReportLesson, ReportStep, ReportTask } from './report.ts';
import { instantText } from './report-dates.ts';
import type { ReportLab } from './report-lab.ts';
import type { ReportOutput } from './report-output.ts';
import { standingOf } from './report-standing.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

/** A report as Markdown. Whatever the student wrote stands in fences: none of it is read as Markdown or HTML. */
export function reportMarkdown(report: Report): string {
  const { language, lessons, student } = report;
  const texts = reportTexts[language];
  const when = (instant: number): string => instantText(instant, language);
  return [
    `# ${inline(texts.title(student))}`,
    `> ${texts.claim}`,
    list([
      [texts.name, student],
      [texts.written, when(report.writtenAt)],
      [texts.version, report.appVersion],
    ]),
    ...lessons.flatMap((lesson) => lessonLines(lesson, texts, when)),
  ].join('\n\n');
}

type When = (instant: number) => string;

function lessonLines(lesson: ReportLesson, texts: ReportTexts, when: When): string[] {
  const { nDone, nSteps, nSolved, nExercises } = standingOf(lesson);
  return [
    `## ${inline(`${lesson.number === null ? '' : `${lesson.number}. `}${lesson.title}`)}`,
    list([
      [texts.steps, texts.of(nDone, nSteps)],
      [texts.solved, texts.of(nSolved, nExercises)],
      [texts.time, texts.minutes(Math.round(lesson.timeMs / 60_000))],
      [texts.changed, when(lesson.changedAt)],
    ]),
    ...(lesson.link === null ? [] : [`${texts.link}:`, list(linkFacts(lesson.link) ?? [])]),
    ...lesson.steps.flatMap((step) => stepLines(step, texts, when)),
  ];
}

function stepLines(step: ReportStep, texts: ReportTexts, when: When): string[] {
  const done = step.doneAt === null ? texts.stepOpen : texts.stepDone;
  return [
    `### ${inline(step.title)} (${done})`,
    ...step.tasks.flatMap((task) => taskLines(task, texts, when)),
    ...(step.lab === null ? [] : labLines(step.lab, texts, when)),
  ];
}

function taskLines(task: ReportTask, texts: ReportTexts, when: When): string[] {
  const head = `#### ${texts[task.kind]} \`${task.id}\``;
  if (task.kind === 'question') return [head, fenced(task.question), `${texts.answer}:`, fenced(task.answer)];
  if (task.kind === 'prediction') {
    const choices = task.choices.map(({ text, isRight }, i) => {
      const marks = [...(task.choice === i ? [texts.chosen] : []), ...(isRight ? [texts.right] : [])];
      return `- ${inline(text)}${marks.length === 0 ? '' : ` (**${marks.join(', ')}**)`}`;
    });
    return [head, fenced(task.question), choices.length > 0 ? choices.join('\n') : fenced(task.answer)];
  }
  const ran =
    task.run === null ? texts.neverRan : `${texts.ended[task.run.end]}, ${when(task.run.startedAt)}`;
  const standing =
    task.kind === 'example'
      ? []
      : [
          task.passedAt === null ? texts.notPassed : texts.passed(when(task.passedAt)),
          ...[texts.tries(task.nTries), texts.hints(task.nHints, task.nHintsInAll)],
          ...(task.solutionSeenAt === null ? [] : [texts.solution(when(task.solutionSeenAt))]),
        ];
  return [
    head,
    [...standing, task.isChanged ? texts.changedText : texts.unchanged, ran].join('; '),
    fenced(task.source, 'js'),
    ...(task.run?.source == null ? [] : [texts.ranAs, fenced(task.run.source, 'js')]),
    ...task.outputs.map((output) => outputText(output, texts)),
    ...(task.kind === 'exercise' ? task.checkOutputs.map((output) => outputText(output, texts)) : []),
  ];
}

function outputText(output: ReportOutput, texts: ReportTexts): string {
  switch (output.kind) {
    case 'text':
      return fenced(output.text);
    case 'error':
      return fenced(
        `${output.name}: ${output.message}${output.hint === null ? '' : `\n${texts.hint}: ${output.hint}`}`,
      );
    case 'check': {
      const { passed, name, expected, actual, hint } = output;
      return fenced(
        passed ? `✓ ${name}` : `✗ ${name}: ${texts.expected} ${expected}, ${texts.got} ${actual}\n${hint}`,
      );
    }
    case 'image':
      return `[${output.mimeType}]`;
    case 'chart':
      return fenced(`[${output.spec.title ?? texts.chart}]`);
    case 'table':
      return fenced(
        [
          output.columns.map(({ name }) => name).join('\t'),
          ...output.rows.map((row) => row.join('\t')),
          `${output.type}: ${texts.rows(output.nRows, output.columns.length)}`,
        ].join('\n'),
      );
  }
}

function labLines({ runs, models, requests }: ReportLab, texts: ReportTexts, when: When): string[] {
  const pairs = (list: readonly (readonly [string, string])[]): string =>
    list.map(([name, value]) => `${name}=${value}`).join(', ');
  const runLines = runs.map(
    ({ runName, runId, status, params, metrics, receipt }) =>
      `${runName} ${runId} ${status}\n  ${texts.params}: ${pairs(params)}\n  ${texts.metrics}: ${pairs(metrics)}\n  ${texts.receipt}: ${receipt === null ? texts.none : `${receipt.code} ${receipt.digest}`}`,
  );
  const historyLines = models.flatMap(({ name, history }) =>
    history.map(
      ({ version, action, from, to, at, reason }) =>
        `${name} ${version}: ${action} ${from ?? ''} → ${to ?? ''} (${when(at)}) ${reason ?? ''}`,
    ),
  );
  const requestLines = requests.map(
    ({ at, method, path, entity, status, outcome, prediction, features, message }) =>
      `${when(at)} ${method} ${path} ${entity ?? ''} → ${status} ${outcome} ${prediction ?? ''} ${message ?? ''}\n  ${pairs(features)}`,
  );
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`#### ${title}`, fenced(lines.join('\n'))];
  return [
    ...part(texts.runs, runLines),
    ...part(texts.registry, historyLines),
    ...part(texts.requests, requestLines),
  ];
}

function fenced(text: string, language = 'text'): string {
  const fence = fenceFor(text);
  return `${fence}${language}\n${text}\n${fence}`;
}

function list(facts: readonly (readonly [string, string])[]): string {
  return facts.map(([name, value]) => `- ${name}: ${inline(value)}`).join('\n');
}

/** Text within a line: no sign of it means anything to a Markdown reader. */
function inline(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
