import { toBase64 } from '../document/base64.ts';
import type { ReportExercise, ReportTask } from './report.ts';
import type { ReportOutput } from './report-output.ts';
import type { ReportPage } from './report-page.ts';
import type { ReportTexts } from './report-texts.ts';
import { html, type SafeHtml } from './safe-html.ts';

/** An example, exercise, prediction or question with what the student made of it. */
export function taskHtml(task: ReportTask, page: ReportPage): SafeHtml {
  const { texts, when } = page;
  const head = html`<h4>${texts[task.kind]} <code>${task.id}</code></h4>`;
  switch (task.kind) {
    case 'question':
      return html`<article><div class="head">${head}</div><p>${task.question}</p>${answerHtml(task.answer, texts)}</article>`;
    case 'prediction': {
      const choices = task.choices.map(({ text, isRight }, i) => {
        const marks = [...(task.choice === i ? [texts.chosen] : []), ...(isRight ? [texts.right] : [])];
        return html`<li>${text} ${marks.length === 0 ? null : html`<strong>(${marks.join(', ')})</strong>`}</li>`;
      });
      return html`<article><div class="head">${head}</div><p>${task.question}</p>${choices.length > 0 ? html`<ul>${choices}</ul>` : answerHtml(task.answer, texts)}</article>`;
    }
    default: {
      const { run } = task;
      const ran = run === null ? texts.neverRan : `${texts.ended[run.end]}, ${when(run.startedAt)}`;
      return html`<article><div class="head">${head}${task.kind === 'exercise' ? standingHtml(task, page) : null}<span class="soft">${task.isChanged ? texts.changedText : texts.unchanged}; ${ran}</span></div>
<pre><code>${task.source}</code></pre>
${run?.source == null ? null : html`<p class="soft">${texts.ranAs}</p><pre><code>${run.source}</code></pre>`}
${task.outputs.map((output) => outputHtml(output, page))}
${task.kind === 'exercise' ? task.checkOutputs.map((output) => outputHtml(output, page)) : null}</article>`;
    }
  }
}

function answerHtml(answer: string, texts: ReportTexts): SafeHtml {
  return answer.trim() === ''
    ? html`<p class="soft">${texts.noAnswer}</p>`
    : html`<blockquote>${answer}</blockquote>`;
}

function standingHtml(task: ReportExercise, { texts, when }: ReportPage): SafeHtml {
  const passed =
    task.passedAt === null
      ? html`<span class="bad">✗ ${texts.notPassed}</span>`
      : html`<span class="good">✓ ${texts.passed(when(task.passedAt))}</span>`;
  const seen = task.solutionSeenAt === null ? '' : `; ${texts.solution(when(task.solutionSeenAt))}`;
  return html`${passed}<span class="soft">${texts.tries(task.nTries)}; ${texts.hints(task.nHints, task.nHintsInAll)}${seen}</span>`;
}

function outputHtml(output: ReportOutput, page: ReportPage): SafeHtml {
  const { texts } = page;
  switch (output.kind) {
    case 'text':
      return html`<pre class="out">${output.text}</pre>`;
    case 'error':
      return html`<pre class="out error">${output.name}: ${output.message}${output.hint === null ? '' : `\n${texts.hint}: ${output.hint}`}</pre>`;
    case 'check': {
      const { passed, name, expected, actual, hint } = output;
      if (passed) return html`<p><span class="good">✓ ${texts.checkPassed}</span> ${name}</p>`;
      return html`<p><span class="bad">✗ ${texts.checkFailed}</span> ${name}: ${texts.expected} <code>${expected}</code>, ${texts.got} <code>${actual}</code>. ${hint}</p>`;
    }
    case 'image':
      return html`<img alt="${texts.chart}" src="data:${output.mimeType};base64,${output.data}">`;
    case 'chart': {
      const title = output.spec.title ?? texts.chart;
      const svg = page.drawChart(output.spec);
      if (svg === null) return html`<pre class="out">[${title}]</pre>`;
      const data = toBase64(new TextEncoder().encode(svg).buffer);
      return html`<p><strong>${title}</strong></p><img alt="${title}" src="data:image/svg+xml;base64,${data}">`;
    }
    case 'table':
      return html`<div class="wide"><table><thead><tr>${output.columns.map(({ name, isNumber }) => html`<th class="${isNumber ? 'n' : 't'}">${name}</th>`)}</tr></thead><tbody>${output.rows.map(
        (row) =>
          html`<tr>${row.map((cell, i) => html`<td class="${output.columns[i]?.isNumber ? 'n' : 't'}">${cell}</td>`)}</tr>`,
      )}</tbody></table></div><p class="soft">${output.type}: ${texts.rows(output.nRows, output.columns.length)}</p>`;
  }
}
