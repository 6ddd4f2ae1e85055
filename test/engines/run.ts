// `npm run test:engines [-- --built] [-- LESSON...] [-- ENGINE...]`: the course's route and every lesson with its solutions
// in Node and in each browser engine that is installed, compared figure by figure. Installs nothing; names what it skipped,
// and fails where Chromium or Firefox was, or where anything differs. LESSON is a part of a lesson file's name.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readCourse } from '../../src/headless/read-course.ts';
import type { LessonFile } from '../../src/notebook/lesson/lesson-file.ts';
import { figuresIn, figuresInNode, type RouteFigures } from '../e2e/route-figures.ts';
import { servePages } from '../serve-pages.ts';
import { chromiumEngine } from './chromium.ts';
import { type Comparison, compareFigures, drawnFigures } from './compare-figures.ts';
import { type Engine, waitFor } from './engine.ts';
import type { Figures } from './figures.ts';
import { firefoxEngine } from './firefox.ts';
import { figuresOfLesson, type LessonFigures, type MeasuredHost } from './lesson-figures.ts';
import { createNodeLabs } from './node-labs.ts';
import { createPageLabs } from './page-labs.ts';
import { webkitEngine } from './webkit.ts';

const ROUTE = 'route';
const NEEDED: readonly Engine['name'][] = ['chromium', 'firefox'];
const SHOWN_DIFFERENCES = 5;
const HANGS_AFTER_MS = 240_000;
const CLOSES_WITHIN_MS = 20_000;

const words = process.argv.slice(2);
const all = [chromiumEngine, firefoxEngine, webkitEngine];
const chosen = all.filter(({ name }) => words.includes(name));
const engines = chosen.length === 0 ? all : chosen;
const wanted = words.filter((word) => !word.startsWith('--') && !all.some(({ name }) => name === word));
const lessons = lessonsOf(wanted);
let hasFailed = false;

const served = await servePages({
  outDir: 'node_modules/.cache/engines',
  beside: { lessons: 'test/engines/lesson-page' },
  isBuilt: words.includes('--built'),
});
const missing = new Map(engines.map((engine) => [engine.name, engine.absent()]));
const inNode = await workThrough('node', inLabs(createNodeLabs()));
const again = await workThrough('node again', inLabs(createNodeLabs()));
const routeInNode = lessons.length > 0 && wanted.length > 0 ? null : flatten(await figuresInNode());
const rows = new Map<string, string[]>();
if (routeInNode !== null) rows.set(ROUTE, [`${Object.keys(routeInNode).length} figures`]);
for (const [name, { figures, problems }] of inNode) {
  const drawn = drawnFigures(figures, again.get(name)!.figures);
  rows.set(name, [`${Object.keys(figures).length - drawn.size} figures, ${drawn.size} drawn`]);
  if (words.includes('--drawn')) for (const where of drawn) console.log(`drawn in ${name}: ${where}`);
  report(`node, ${name}`, problems);
}
for (const engine of engines) {
  const reason = missing.get(engine.name) ?? null;
  if (reason === null) await tryEngine(engine);
  else for (const row of rows.values()) row.push('skipped');
}
await served.close();
printTable();
for (const [name, reason] of missing) {
  if (reason === null) continue;
  console.log(`skipped ${name}: ${reason}`);
  if (NEEDED.includes(name)) hasFailed = true;
}
process.exit(hasFailed ? 1 : 0);

async function tryEngine(engine: Engine): Promise<void> {
  if (routeInNode !== null) {
    const route = flatten(await figuresIn(engine, served.url));
    tell(engine, ROUTE, compareFigures(routeInNode, route, new Set()));
  }
  const found = await workThrough(engine.name, (file) => inBrowser(engine, file));
  for (const [name, { figures, problems }] of found) {
    report(`${engine.name}, ${name}`, problems);
    const expected = inNode.get(name)!.figures;
    const drawn = drawnFigures(expected, again.get(name)!.figures);
    tell(engine, name, compareFigures(expected, figures, drawn));
  }
}

type WorkThrough = (file: LessonFile) => Promise<LessonFigures>;

async function workThrough(where: string, work: WorkThrough): Promise<ReadonlyMap<string, LessonFigures>> {
  const found = new Map<string, LessonFigures>();
  for (const file of lessons) {
    const startedAt = performance.now();
    found.set(nameOf(file), await work(file));
    console.log(`${where}: ${nameOf(file)} in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  }
  return found;
}

function inLabs(host: MeasuredHost): WorkThrough {
  const preparationOf = (name: string): string => readFileSync(`lessons/prepare/${name}.js`, 'utf8');
  return (file) => figuresOfLesson(file, { host, preparationOf });
}

/** A lesson in a browser of its own, which another lesson's kernel cannot slow down. */
async function inBrowser(engine: Engine, file: LessonFile): Promise<LessonFigures> {
  const page = await engine.open(`${served.url}lessons/index.html`);
  try {
    await waitFor(page, "return 'lessons' in globalThis ? true : null;", 60_000);
    const found = await Promise.race([inLabs(createPageLabs(page))(file), pause(HANGS_AFTER_MS)]);
    if (found !== undefined) return found;
    throw new Error(`${engine.name}: ${nameOf(file)} has not ended after ${HANGS_AFTER_MS / 1000} s`);
  } finally {
    await Promise.race([page.close(), pause(CLOSES_WITHIN_MS)]);
  }
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

function nameOf({ file }: LessonFile): string {
  return basename(file, '.md');
}

function tell(engine: Engine, name: string, { nEqual, differences }: Comparison): void {
  rows.get(name)!.push(differences.length === 0 ? `${nEqual} equal` : `${differences.length} DIFFER`);
  report(
    `${engine.name}, ${name}`,
    differences.map(({ where, expected, actual }) => `${where}\n    node: ${expected}\n    here: ${actual}`),
  );
}

function report(where: string, findings: readonly string[]): void {
  if (findings.length === 0) return;
  hasFailed = true;
  for (const finding of findings.slice(0, SHOWN_DIFFERENCES)) console.log(`${where}: ${finding}`);
  if (findings.length > SHOWN_DIFFERENCES)
    console.log(`${where}: and ${findings.length - SHOWN_DIFFERENCES} more`);
}

function printTable(): void {
  const table = [
    ['', 'node', ...engines.map(({ name }) => name)],
    ...[...rows].map(([name, row]) => [name, ...row]),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    );
}

function flatten(route: RouteFigures): Figures {
  return Object.fromEntries(
    Object.entries(route).flatMap(([step, figures]) =>
      Object.entries(figures).map(([name, value]) => [`${step}: ${name}`, value]),
    ),
  );
}

/** The first language of every lesson: the others have the same code. */
function lessonsOf(parts: readonly string[]): readonly LessonFile[] {
  return readCourse('lessons').lessons.flatMap(({ name, versions }) => {
    const isWanted = parts.length === 0 || parts.some((part) => name.includes(part));
    const file = versions.en ?? versions.fr;
    return isWanted && file !== undefined ? [file] : [];
  });
}
