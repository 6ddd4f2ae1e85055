import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { card, courseLesson, openAllSteps, takeStep, typeInto } from './lesson-student.ts';
import { axeViolations, type LabPage, type LabPageOptions, openPage } from './open-page.ts';

describe('a lesson', () => {
  let lab: LabPage;

  const open = async (options: LabPageOptions): Promise<Page> => {
    lab = await openPage(inject('appUrl'), options);
    return lab.page;
  };

  afterEach(async () => {
    const { complaints } = lab;
    await lab.close();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['en/03-point-in-time-joins.md', 'en', 'light'],
    ['fr/01-orientation.md', 'fr', 'dark'],
    ['en/02-months-and-snapshots.md', 'en', 'dark'],
  ] as const)('is worked through from its first step to its last (%s)', async (file, language, theme) => {
    const lesson = courseLesson(file);
    const page = await open({ address: `/lessons/${lesson.slug}`, language, theme });
    for (const [i, step] of lesson.steps.entries()) {
      await page.getByRole('heading', { level: 2, name: step.title, exact: true }).waitFor();
      await page.locator('.bench-picture').waitFor();
      expect(await axeViolations(page), step.id).toEqual([]);
      await takeStep(page, step);
      await page.locator('.step-end[data-done="true"]').waitFor();
      expect(await axeViolations(page), step.id).toEqual([]);
      if (i < lesson.steps.length - 1) await page.locator('.step-end .primary').click();
    }
    await page.locator('.step-end .plain').last().click();
    await page.locator('.lesson-item[data-done="true"]').filter({ hasText: lesson.title }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('tells of blanks, shows what a failed check compared, gives hints one at a time and the solution when asked twice', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await openAllSteps(page);
    const exercise = card(page, 'row-as-of');
    await exercise.getByRole('button', { name: 'Check' }).click();
    await exercise.getByText('Fill in the blank on line 4, 6 first').waitFor();
    const { steps } = courseLesson('en/03-point-in-time-joins.md');
    const block = steps[0]!.blocks.find((one) => one.kind === 'exercise')!;
    await typeInto(page, 'row-as-of', block.solution.source.replace('<= instant', '>= instant'));
    await exercise.getByRole('button', { name: 'Check' }).click();
    await exercise.getByText('Your join takes a row of the future.').waitFor();
    await exercise.getByText('1 try', { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await exercise.getByRole('button', { name: 'Hint 1 of 2' }).click();
    await exercise.getByText('Read the filter aloud').waitFor();
    await exercise.getByRole('button', { name: 'Hint 2 of 2' }).click();
    await exercise.getByRole('button', { name: 'Solution…' }).click();
    await page.getByRole('button', { name: 'Show the solution' }).click();
    await exercise.getByRole('button', { name: 'Put it into my cell' }).click();
    await exercise.getByRole('button', { name: 'Check' }).click();
    await exercise.locator('[data-solved="true"]').waitFor();
    await page.reload();
    await exercise.locator('[data-solved="true"]').waitFor();
    await exercise.getByText('These results are from an earlier visit').waitFor();
    expect(await exercise.locator('.check-report[data-passed="true"]').count()).toBe(1);
  });

  it('holds back what would tell the result until one has predicted and run, and loses no focus when it goes on', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await page.locator('.bench-picture').waitFor();
    const waiting = page.getByText('The step goes on below once you have predicted and run this example.');
    const hidden = [page.locator('[data-cell-id="row-as-of"]'), page.locator('.step-end')];
    await waiting.waitFor();
    for (const part of hidden) expect(await part.count()).toBe(0);
    await page.locator('.choice').first().click();
    await page.getByRole('button', { name: 'That is my prediction' }).click();
    await waiting.waitFor();
    const example = card(page, 'bens-hours');
    await example.getByRole('button', { name: 'Run', exact: true }).click();
    await page
      .getByRole('status')
      .filter({ hasText: 'The step goes on below.' })
      .waitFor({ state: 'attached' });
    for (const part of hidden) await part.waitFor();
    expect(await waiting.count()).toBe(0);
    await page.reload();
    await card(page, 'row-as-of').waitFor();
    await page.getByRole('button', { name: 'More about this lesson' }).click();
    await page.getByRole('menuitem', { name: 'Reset this step' }).click();
    await waiting.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await openAllSteps(page);
    await card(page, 'row-as-of').waitFor();
  });

  it('keeps what is chosen in a prediction, and the focus, while the lesson is still being opened', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await page.locator('.bench-picture').waitFor();
    let letOpen = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letOpen = resolve;
    });
    let nHeld = 0;
    await page.route(/\/live-[^/]*\.js/, async (route) => {
      nHeld++;
      await held;
      await route.continue();
    });
    await page.goto('about:blank');
    await page.goto(`${inject('appUrl')}#/lessons/point-in-time-joins`);
    const choice = page.getByRole('radio', { name: '6.0' });
    const give = page.getByRole('button', { name: 'That is my prediction' });
    await page.locator('.choice').filter({ hasText: '6.0' }).click();
    expect([await choice.isChecked(), await give.count()]).toEqual([true, 0]);
    expect(await axeViolations(page)).toEqual([]);
    expect(nHeld).toBeGreaterThan(0);
    // What is under the finger stays there until it is let go.
    await page.locator('.choice').filter({ hasText: '4.2' }).hover();
    await page.mouse.down();
    letOpen();
    // The address names the step as soon as the lesson is open.
    await page.waitForURL(/point-in-time-joins\/./);
    await page.waitForTimeout(1000);
    expect(await give.count()).toBe(0);
    await page.mouse.up();
    await give.waitFor();
    expect(await page.getByRole('radio', { name: '4.2' }).isChecked()).toBe(true);
    await page.locator('.choice').filter({ hasText: '6.0' }).click();
    expect([await choice.isChecked(), await give.isEnabled()]).toEqual([true, true]);
    await expect.poll(() => choice.evaluate((radio) => radio === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: '4.2' }).isChecked()).toBe(true);
  });

  it('says which example an exercise needs that was skipped, and runs it first', async () => {
    const page = await open({ address: '/lessons/seeded-training' });
    const exercise = courseLesson('en/05-seeded-training.md').steps[0]!.blocks.find(
      ({ kind }) => kind === 'exercise',
    );
    if (exercise?.kind !== 'exercise') throw new Error('the first step has no exercise');
    await card(page, exercise.id).getByRole('button', { name: 'Check' }).waitFor();
    await typeInto(page, exercise.id, exercise.solution.source);
    await card(page, exercise.id).getByRole('button', { name: 'Check' }).click();
    await card(page, exercise.id).getByText('shareOf comes from an example above').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await card(page, exercise.id).getByRole('button', { name: 'Run the example, then this' }).click();
    await card(page, exercise.id).locator('.check-report[data-passed="true"]').waitFor();
    expect(await card(page, exercise.id).getByText('shareOf comes from').count()).toBe(0);
  });

  it('keeps step, place, typed texts and the kernel when the language changes', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins/naive-join' });
    await page.locator('.bench-picture').waitFor();
    await openAllSteps(page);
    await page.locator('.step-rail a').nth(4).click();
    await card(page, 'three-stores').getByRole('button', { name: 'Run' }).click();
    await card(page, 'three-stores').locator('.lesson-cell[data-status="ok"]').waitFor();
    await typeInto(page, 'guard-rows', 'const mine = 1;');
    const place = async (): Promise<number> => (await card(page, 'guard-rows').boundingBox())!.y;
    const before = await place();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
    await card(page, 'guard-rows').getByRole('button', { name: 'Vérifier' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Jointures' }).waitFor();
    await card(page, 'guard-rows').getByText('const mine = 1;').waitFor();
    expect(page.url()).toContain('/real-stores');
    expect(Math.abs((await place()) - before)).toBeLessThan(60);
    expect(await page.getByText('Ces résultats datent d’une visite précédente').count()).toBe(0);
    await page.locator('.bench-dot[data-phase="ready"]').waitFor();
    await page.getByRole('combobox', { name: 'Langue' }).selectOption('en');
    await card(page, 'guard-rows').getByRole('button', { name: 'Check' }).waitFor();
    await card(page, 'guard-rows').getByText('const mine = 1;').waitFor();
    expect(await page.getByText('These results are from an earlier visit').count()).toBe(0);
  });

  it('keeps what is typed when the page is gone at once', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await page.locator('.bench-picture').waitFor();
    await openAllSteps(page);
    await typeInto(page, 'row-as-of', '');
    await card(page, 'row-as-of').locator('.lesson-code').press('Enter');
    await card(page, 'row-as-of').locator('.monaco-editor').waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.insertText('const mine = 1;');
    await page.reload();
    await card(page, 'row-as-of').getByText('const mine = 1;').waitFor();
  });

  it('is worked in by one tab at a time; another one follows, and may take over', async () => {
    const first = await open({ address: '/lessons/point-in-time-joins' });
    await first.locator('.bench-picture').waitFor();
    await openAllSteps(first);
    const second = await first.context().newPage();
    await second.goto(`${inject('appUrl')}#/lessons/point-in-time-joins`);
    await second.getByText('Another tab works in this lesson.').waitFor();
    await first.bringToFront();
    await typeInto(first, 'row-as-of', 'const mine = 1;');
    await second.bringToFront();
    await card(second, 'row-as-of').getByText('const mine = 1;').waitFor();
    expect(await axeViolations(second)).toEqual([]);
    await second.getByRole('button', { name: 'Work here' }).click();
    await second.locator('.bench-picture').waitFor();
    await typeInto(second, 'row-as-of', 'const ours = 2;');
    await first.bringToFront();
    await first.getByText('Another tab works in this lesson.').waitFor();
    await card(first, 'row-as-of').getByText('const ours = 2;').waitFor();
  });

  it('can be worked through by keyboard alone', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await page.locator('.bench-picture').waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { activeElement } = document;
        const named = activeElement?.closest('label') ?? activeElement;
        // A container's text says nothing of where the focus is.
        return named === document.body ? '' : (named?.textContent ?? '').trim().slice(0, 120);
      });
    const tabTo = async (text: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab');
        if ((await focused()).startsWith(text)) return;
      }
      throw new Error(`Tab does not reach ${text}`);
    };
    await page.locator('.step-rail a').first().focus();
    await tabTo('4.2');
    await page.keyboard.press('ArrowDown');
    await tabTo('That is my prediction');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Run');
    await page.keyboard.press('Enter');
    await page.getByText('As you predicted.').waitFor();
    await tabTo('// The row of one customer');
    await page.keyboard.press('Enter');
    await page.locator('[data-cell-id="row-as-of"] [data-editing="true"]').waitFor();
    await page.keyboard.press('Escape');
    await tabTo('Check');
    await tabTo('Hint 1 of 2');
    await page.keyboard.press('Enter');
    await page.getByText('Read the filter aloud').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('No more hints');
    await tabTo('Solution…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo('Show the solution');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Solution');
    await tabTo('Put it into my cell');
    await page.keyboard.press('Enter');
    await page.locator('[data-cell-id="row-as-of"] .lesson-code').focus();
    await page.keyboard.press('Control+Enter');
    await card(page, 'row-as-of').locator('[data-solved="true"]').waitFor();
    await tabTo('Next step: The quick join');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('The quick join');
  });

  it('fits a phone: the bench is a sheet that opens and closes', async () => {
    const viewport = { width: 390, height: 844 };
    const page = await open({
      address: '/lessons/point-in-time-joins',
      viewport,
      language: 'fr',
      theme: 'dark',
    });
    await page.getByRole('button', { name: 'Afficher l’établi' }).click();
    await page.locator('.bench-picture').waitFor();
    const sheet = (await page.locator('.bench-drawer').boundingBox())!;
    expect(sheet.y + sheet.height).toBeCloseTo(844, 0);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.bench-drawer').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await card(page, 'bens-hours').scrollIntoViewIfNeeded();
    await page.locator('.held-back').scrollIntoViewIfNeeded();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('begins anew when asked twice, and takes that back', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await page.locator('.bench-picture').waitFor();
    await openAllSteps(page);
    await typeInto(page, 'row-as-of', 'const mine = 1;');
    await page.getByRole('button', { name: 'More about this lesson' }).click();
    await page.getByRole('menuitem', { name: 'Restart the lesson…' }).click();
    await page.getByRole('button', { name: 'Restart the lesson', exact: true }).click();
    await card(page, 'row-as-of').getByText('____').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(page, 'row-as-of').getByText('const mine = 1;').waitFor();
  });
});
