import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { card, courseLesson, takeStep, typeInto } from './lesson-student.ts';
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
    await page.locator('.step-end .plain').click();
    await page.locator('.lesson-item[data-done="true"]').filter({ hasText: lesson.title }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('tells of blanks, shows what a failed check compared, gives hints one at a time and the solution when asked twice', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    const exercise = card(page, 'row-as-of');
    await exercise.getByRole('button', { name: 'Check' }).click();
    await exercise.getByText('Fill in the blank on line 3, 4 first').waitFor();
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

  it('keeps what is typed when the page is gone at once', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await page.locator('.bench-picture').waitFor();
    await typeInto(page, 'row-as-of', '');
    await card(page, 'row-as-of').locator('.lesson-code').press('Enter');
    await card(page, 'row-as-of').locator('.monaco-editor').waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.insertText('const mine = 1;');
    await page.reload();
    await card(page, 'row-as-of').getByText('const mine = 1;').waitFor();
  });
});
