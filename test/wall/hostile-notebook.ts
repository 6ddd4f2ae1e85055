import { fromRows } from '../../src/core/table/from-rows.ts';
import { pack } from '../../src/core/table/pack.ts';
import type { Notebook } from '../../src/notebook/document/notebook.ts';
import type { CellOutput } from '../../src/notebook/document/output.ts';

/** Texts that would ask `url` for something, or set `hurt`, if anything took them for HTML, CSS, SVG or Markdown. */
export function hostileTexts(url: string): readonly string[] {
  return [
    `<img src="${url}/img" onerror="window.hurt=1">`,
    `"><script src="${url}/script.js"></script><script>window.hurt=1</script>`,
    `<svg onload="window.hurt=1"><image href="${url}/image"/><foreignObject><img src="${url}/foreign"></foreignObject></svg>`,
    `<style>@import "${url}/import.css"; body { background: url(${url}/css) }</style>`,
    `<link rel="prefetch" href="${url}/prefetch"><link rel="stylesheet" href="${url}/sheet.css">`,
    `<iframe src="${url}/frame"></iframe><object data="${url}/object"></object><embed src="${url}/embed">`,
    `<meta http-equiv="refresh" content="0;url=${url}/refresh"><base href="${url}/base/">`,
    `<form action="${url}/form"><button autofocus onfocus="window.hurt=1">x</button></form>`,
    `<video src="${url}/video" autoplay onerror="window.hurt=1"></video><audio src="${url}/audio"></audio>`,
    `![picture](${url}/markdown) [link](javascript:window.hurt=1) <${url}/auto>`,
    `[x]: javascript:window.hurt=1\n[x] ![x](data:text/html,<script>parent.hurt=1</script>)`,
    `\u202e\u0000\ud800 \${window.hurt=1} {{hurt}} url(${url}/plain)`,
  ];
}

/** A notebook that says hostile things wherever it can say anything. */
export function hostileNotebook(url: string): Notebook {
  const texts = hostileTexts(url);
  const codeCells = texts.map((text, i) => ({
    ...{ kind: 'code' as const, id: `c${i}`, source: `// ${text}`, outputs: outputsOf(text, url) },
    lastRun: {
      ...{ number: i + 1, end: 'error' as const, startedAt: 1, durationMs: 1, source: text },
      ...{ reads: [text], writes: [text] },
    },
  }));
  const markdownCells = texts.map((source, i) => ({ kind: 'markdown' as const, id: `m${i}`, source }));
  return {
    ...{ kind: 'notebook', version: 1, id: 'hostile', title: texts[0]! },
    cells: [...codeCells, ...markdownCells],
  };
}

function outputsOf(text: string, url: string): readonly CellOutput[] {
  const tree = { type: text, preview: text };
  return [
    { kind: 'text', level: 'log', text },
    { kind: 'value', value: { ...tree, members: [[text, tree]] } },
    { kind: 'error', name: text, message: text, hint: text, places: [{ cellId: text, line: 1, column: 1 }] },
    {
      ...{ kind: 'check', result: { passed: false, name: text, hint: text, expected: tree, actual: tree } },
    },
    {
      ...{ kind: 'table', type: text, nRows: 1, packed: pack(fromRows([{ [text]: text }])) },
      dtypes: { [text]: 'string' },
    },
    {
      kind: 'chart',
      spec: {
        ...{ title: text, x: { label: text }, y: { label: text } },
        marks: [
          {
            ...{ mark: 'text', data: { [text]: [text], n: [1] }, dtypes: { [text]: 'string', n: 'int64' } },
            ...{ x: 'n', y: 'n', text, color: text },
          },
        ],
      },
    },
    {
      ...{ kind: 'image', mimeType: 'image/svg+xml' },
      data: `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>parent.hurt=1</script><image href="${url}/svg-image"/><style>@import "${url}/svg.css";</style></svg>`,
    },
    { kind: 'image', mimeType: 'image/png', data: text },
  ];
}
