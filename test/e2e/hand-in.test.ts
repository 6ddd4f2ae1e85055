import { readFile } from 'node:fs/promises';
import { deflateSync } from 'fflate';
import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { readReport } from '../../src/notebook/report/read-report.ts';
import type { Report } from '../../src/notebook/report/report.ts';
import { checksumOf } from '../../src/notebook/report/report-file.ts';
import { writeReport } from '../../src/notebook/report/write-report.ts';
import { card, courseLesson, takeStep, typeInto } from './lesson-student.ts';
import { axeViolations, type LabPage, type LabPageOptions, openPage } from './open-page.ts';

/** A cell that makes a run with a receipt, and shows a chart. */
const TRAINING = `const rows = Array.from({ length: 60 }, (_, i) => [i % 7, i % 5]);
const labels = rows.map(([a, b]) => Number(a > b));
await mlflow.startRun({ runName: 'tree' });
const tree = new RandomForestClassifier({ nEstimators: 5, maxDepth: 3, randomState: 1 });
await tree.fit(rows, labels);
await mlflow.logParam('maxDepth', 3);
await mlflow.logMetric('accuracy', 0.1 + 0.2);
await mlflow.logModel(tree, { artifactPath: 'model' });
await mlflow.endRun();
plot.line([{ x: 1, y: 2 }, { x: 2, y: 4 }], { x: 'x', y: 'y', title: 'Growth' });`;

const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

describe('handing in and reviewing', () => {
  const labs: LabPage[] = [];

  const open = async (options: LabPageOptions): Promise<Page> => {
    const lab = await openPage(inject('appUrl'), options);
    labs.push(lab);
    return lab.page;
  };

  afterEach(async () => {
    for (const lab of labs.splice(0)) {
      const complaints = lab.complaints.filter((one) => !isExpected(one));
      await lab.close();
      expect(complaints).toEqual([]);
    }
  });

  it('takes the work of a student to a teacher, who replays, marks and exports it beside files that cannot be read', async () => {
    const student = await open({ address: '/lessons/orientation' });
    const { steps } = courseLesson('en/01-orientation.md');
    await takeStep(student, steps[0]!);
    const cell = steps[0]!.blocks.find(({ kind }) => kind === 'example');
    if (cell?.kind !== 'example') throw new Error('the first step has no example');
    await typeInto(student, cell.id, TRAINING);
    await card(student, cell.id)
      .getByRole('button', { name: /^(Run|Run again)$/ })
      .click();
    await card(student, cell.id).locator('.chart svg').waitFor();
    await student.goto(`${inject('appUrl')}#/lessons/hand-in?lesson=orientation`);
    await student.getByText('1 run', { exact: false }).first().waitFor();
    expect(await student.getByRole('button', { name: '.sflab' }).isDisabled()).toBe(true);
    await student.getByLabel('Your name').fill(`Ada ${HOSTILE}`);
    const file = await download(student, '.sflab');
    const page = await download(student, '.html');
    const text = await download(student, '.md');
    expect(await axeViolations(student)).toEqual([]);
    await labs.pop()!.close();

    const { report } = readReport(file);
    expect(report?.student).toBe(`Ada ${HOSTILE}`);
    expect(text.toString()).toContain('Self-reported');
    expect(page.toString()).toContain('data:image/svg+xml;base64,');
    const [run] = report!.lessons[0]!.steps[0]!.lab!.runs;
    expect(run?.metrics).toEqual([['accuracy', '0.30000000000000004']]);

    const teacher = await open({ address: '/review' });
    await choose(teacher, [
      { name: 'ada.sflab', buffer: file },
      { name: 'forged.sflab', buffer: forged(report!) },
      { name: 'cut.sflab', buffer: file.subarray(0, -20) },
      { name: 'hostile.sflab', buffer: fileAround({ ...report, student: { constructor: HOSTILE } }) },
      { name: 'newer.sflab', buffer: fileAround({ ...report, version: 2 }, 2) },
      { name: 'notes.txt', buffer: Buffer.from(HOSTILE) },
    ]);
    await teacher.getByText('6 added').waitFor();
    for (const code of ['damaged', 'not-acceptable', 'newer-version', 'no-report'])
      await teacher.locator(`tr[data-problem="${code}"]`).waitFor();
    expect(await axeViolations(teacher)).toEqual([]);

    await teacher.getByRole('button', { name: 'Replay 2 hand-ins' }).click();
    await teacher.locator('.replay-cell[data-differs="false"]').waitFor({ timeout: 120_000 });
    await teacher.locator('.replay-cell[data-differs="true"]').waitFor({ timeout: 120_000 });
    await teacher.getByText('1 of 1 runs equal').waitFor();
    await teacher.locator('.replay-cell[data-differs="true"] summary').click();
    await teacher.getByText('metrics.accuracy').waitFor();

    await teacher.getByLabel('Points of Ada').first().fill('2.5');
    await teacher.getByLabel('Remark on Ada').first().fill('=1+1 but good');
    await teacher.getByText('2.5', { exact: true }).first().waitFor();
    await teacher.reload();
    await teacher.getByText('1 of 1 runs equal').waitFor();
    expect(await teacher.getByLabel('Remark on Ada').first().inputValue()).toBe('=1+1 but good');
    const csv = (await download(teacher, 'Export as CSV')).toString();
    expect(csv).toContain(`"'=1+1 but good"`);
    expect(csv).toContain('"1 of 1 runs equal"');

    await teacher.locator('.review-table tbody th button').first().click();
    const frame = teacher.frameLocator('.report-preview');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    await frame.locator('img[alt="Growth"]').waitFor();
    expect(await teacher.title()).not.toBe('1');
    expect(await axeViolations(teacher)).toEqual([]);
  });

  it('gives a printable page that runs and loads nothing', async () => {
    const page = await open({ address: '/lessons/orientation' });
    await page.locator('.bench-picture').waitFor();
    await page.goto(`${inject('appUrl')}#/lessons/hand-in`);
    await page.getByLabel('Your name').fill(HOSTILE);
    const html = (await download(page, '.html')).toString();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(HOSTILE);
    expect(await page.locator('script, iframe, object, link, [onerror]').count()).toBe(0);
    expect(asked).toEqual([]);
    expect((await page.pdf()).subarray(0, 4).toString()).toBe('%PDF');
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([
    ['fr', 'dark', 390],
    ['en', 'light', 390],
    ['fr', 'light', 1440],
  ] as const)('shows both pages in %s, %s, %i pixels wide', async (language, theme, width) => {
    const page = await open({ address: '/lessons', language, theme, viewport: { width, height: 844 } });
    await page.locator('a[href="#/lessons/hand-in"]').click();
    await page.locator('.hand-in-page h1').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(`${inject('appUrl')}#/lessons`);
    await page.locator('a[href="#/review"]').click();
    await page.locator('.review-page h1').waitFor();
    await choose(page, [{ name: 'empty.sflab', buffer: Buffer.from('SFLAB') }]);
    await page.locator('tr[data-problem="damaged"]').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});

/**
 * The test's own scripts are told that the preview's frame may run none; and a replay closes a kernel's frame while a
 * spare kernel in it is still being fetched.
 */
function isExpected(complaint: string): boolean {
  return (
    complaint.includes("Blocked script execution in 'about:srcdoc'") ||
    complaint.startsWith('failed request: blob:null/')
  );
}

async function download(page: Page, name: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFile(await (await waiting).path());
}

async function choose(page: Page, files: readonly { name: string; buffer: Buffer }[]): Promise<void> {
  const waiting = page.waitForEvent('filechooser');
  await page.locator('.drop-zone .actions button').first().click();
  await (await waiting).setFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));
}

/** The report with a better metric than its code gives. */
function forged(report: Report): Buffer {
  const changed = JSON.stringify({ ...report, student: 'Mallory' }).replace('0.30000000000000004', '0.99');
  return Buffer.from(writeReport(JSON.parse(changed) as Report));
}

/** A file around any value, with its checksum right. */
function fileAround(value: unknown, version = 1): Buffer {
  const packed = deflateSync(new TextEncoder().encode(JSON.stringify(value)));
  return Buffer.concat([Buffer.from(`SFLAB ${version} ${checksumOf(packed, version)}\n`), packed]);
}
