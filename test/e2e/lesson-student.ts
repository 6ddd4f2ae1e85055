import type { Locator, Page } from 'playwright';
import { readLesson } from '../../src/headless/read-course.ts';
import type { ExerciseBlock, Lesson, Step } from '../../src/notebook/lesson/lesson.ts';

/** A lesson of the course as its file has it, for a student who knows the solutions. */
export function courseLesson(file: string): Lesson {
  const { lesson } = readLesson(`lessons/${file}`);
  if (lesson === null) throw new Error(`${file} cannot be read`);
  return lesson;
}

/** The card of an exercise or example. */
export function card(page: Page, id: string): Locator {
  return page.locator('.task').filter({ has: page.locator(`[data-cell-id="${id}"]`) });
}

/** Pastes a text into a cell in place of what is there, as one does: enter, select all, paste. */
export async function typeInto(page: Page, id: string, source: string): Promise<void> {
  const cell = card(page, id).locator('.lesson-code');
  // While a text is typed, the editor indents and closes brackets by itself.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), source);
  let shown = '';
  for (let attempts = 0; attempts < 5; attempts++) {
    await cell.scrollIntoViewIfNeeded();
    await cell.focus();
    await page.keyboard.press('Enter');
    await cell.locator('[data-editing="true"]').waitFor();
    await page.keyboard.press('Control+a');
    if (source === '') await page.keyboard.press('Delete');
    else await page.keyboard.press('Control+v');
    await page.keyboard.press('Escape');
    await cell.locator('[data-editing="true"]').waitFor({ state: 'detached' });
    shown = (await cell.locator('.code-line').allTextContents()).join('\n');
    // One editor may give way to the other in the middle of it.
    if (shown.replaceAll(/\s/g, '') === source.replaceAll(/\s/g, '')) return;
  }
  throw new Error(`${id} does not take the text, but shows:\n${shown}`);
}

/** Runs an exercise with its check and waits until it is solved. */
export async function solve(page: Page, { id, solution }: ExerciseBlock): Promise<void> {
  await typeInto(page, id, solution.source);
  await card(page, id)
    .getByRole('button', { name: /^(Check|Vérifier)$/ })
    .click();
  await card(page, id).locator('.check-report[data-passed="true"]').waitFor();
}

/** Works through one step: predicts, runs the examples, solves the exercises, answers the questions. */
export async function takeStep(page: Page, step: Step): Promise<void> {
  for (const block of step.blocks) {
    if (block.kind === 'example') {
      if (block.prediction !== null) await predict(page, block.prediction.choices.length);
      await card(page, block.id)
        .getByRole('button', { name: /^(Run|Exécuter)$/ })
        .click();
      const ended = block.throws === null ? 'ok' : 'error';
      await card(page, block.id).locator(`.lesson-cell[data-status="${ended}"]`).waitFor();
    } else if (block.kind === 'exercise') await solve(page, block);
    else if (block.kind === 'question') {
      const question = page
        .locator('.task[data-kind="question"]')
        .filter({ hasNot: page.locator('.help') })
        .first();
      await question.locator('textarea').fill('Because.');
      await question.getByRole('button').click();
      await page.locator('.task[data-kind="question"] .help').last().waitFor();
    }
  }
}

/** Opens all steps, as one does who wants no step or text held back. */
export async function openAllSteps(page: Page): Promise<void> {
  await page.locator('.lesson-menu').click();
  await page.getByRole('menuitem', { name: /^(Open all steps|Ouvrir toutes les étapes)$/ }).click();
}

/** Takes the first choice, or writes something, in the first prediction that is still open. */
async function predict(page: Page, nChoices: number): Promise<void> {
  const button = page.getByRole('button', { name: /^(That is my prediction|C’est ma prédiction)$/ }).first();
  const open = page.locator('.task[data-kind="prediction"]').filter({ has: button }).first();
  if (nChoices > 0) await open.locator('.choice').first().click();
  else await open.locator('textarea').fill('Something.');
  await button.click();
}
