import type { ReportLab, ReportRun } from './report-lab.ts';
import type { ReportPage } from './report-page.ts';
import type { ReportTexts } from './report-texts.ts';
import { html, type SafeHtml } from './safe-html.ts';

/** What a step's lab held: runs, the registry's history, and the calls of `/predict`. */
export function labHtml({ runs, models, requests }: ReportLab, page: ReportPage): SafeHtml {
  const { texts } = page;
  return html`${runs.length === 0 ? null : html`<h4>${texts.runs}</h4>${runs.map((run) => runHtml(run, texts))}`}
${models.map((model) => modelHtml(model, page))}
${requests.length === 0 ? null : requestsHtml(requests, page)}`;
}

function runHtml(
  { runName, runId, status, params, metrics, receipt }: ReportRun,
  texts: ReportTexts,
): SafeHtml {
  const digests =
    receipt === null
      ? []
      : [['SHA-256', receipt.digest] as const, ['codeVersion', receipt.codeVersion] as const];
  return html`<article><div class="head"><strong>${runName}</strong> <code>${runId}</code> <span class="soft">${texts.status} ${status}; ${texts.receipt} ${receipt?.code ?? texts.none}</span></div>
<dl>${pairsHtml(texts.params, params)}${pairsHtml(texts.metrics, metrics)}${digests.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl></article>`;
}

function pairsHtml(title: string, pairs: readonly (readonly [string, string])[]): SafeHtml | null {
  if (pairs.length === 0) return null;
  const items = pairs.map(([name, value]) => html`<code>${name} = ${value}</code><br>`);
  return html`<dt>${title}</dt><dd>${items}</dd>`;
}

function modelHtml(
  { name, versions, history }: ReportLab['models'][number],
  { texts, when }: ReportPage,
): SafeHtml {
  const now = versions
    .map(({ version, stage, aliases }) =>
      [`${version}: ${stage}`, ...aliases.map((alias) => `@${alias}`)].join(' '),
    )
    .join(', ');
  const rows = history.map(
    ({ version, action, from, to, at, reason }) =>
      html`<tr><td class="n">${version}</td><td>${action} ${from ?? ''}${to === null ? '' : ` → ${to}`}</td><td>${when(at)}</td><td>${reason ?? ''}</td></tr>`,
  );
  return html`<h4>${texts.registry}: ${name}</h4><p class="soft">${now}</p>
<table><thead><tr><th class="n">${texts.modelVersion}</th><th>${texts.event}</th><th>${texts.labTime}</th><th>${texts.reason}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function requestsHtml(requests: ReportLab['requests'], { texts, when }: ReportPage): SafeHtml {
  const rows = requests.map((request) => {
    const { method, path, entity, status, prediction, outcome, message, features, at } = request;
    const values = features.map(([name, value]) => `${name}=${value}`).join(', ');
    const model = request.modelName === null ? '' : `${request.modelName} ${request.modelVersion ?? ''}`;
    return html`<tr><td>${when(at)}</td><td><code>${method} ${path}</code> ${entity ?? ''}</td><td>${status} ${outcome} ${prediction ?? ''} ${model}</td><td>${values} ${message ?? ''}</td></tr>`;
  });
  return html`<h4>${texts.requests}</h4><div class="wide"><table><thead><tr><th>${texts.labTime}</th><th>${texts.request}</th><th>${texts.response}</th><th>${texts.features}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
