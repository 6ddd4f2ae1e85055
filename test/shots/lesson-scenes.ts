import type { ExerciseBlock } from '../../src/notebook/lesson/lesson.ts';
import { encodeLink } from '../../src/notebook/link/encode-link.ts';
import { card, courseLesson, openAllSteps, takeStep, typeInto } from '../e2e/lesson-student.ts';
import { SMALL_LESSON } from '../notebook/lesson/small-lesson.ts';
import type { Scene } from './scene.ts';

const LESSON = '/lessons/point-in-time-joins';
const { steps } = courseLesson('en/03-point-in-time-joins.md');
const firstExercise = steps[0]!.blocks.find((block) => block.kind === 'exercise') as ExerciseBlock;
const READY = '.bench-picture';

/** The list, a lesson in every state of its exercises, links, and a lesson of one's own. */
export const lessonScenes: readonly Scene[] = [
  { name: 'lessons', address: '/lessons', lab: 'full' },
  ...courseSlugs().map(
    (slug): Scene => ({
      name: `lesson-${slug}`,
      address: `/lessons/${slug}`,
      lab: 'own',
      waitFor: '.lesson h1',
    }),
  ),
  {
    ...{ name: 'lesson-failed', address: LESSON, lab: 'own', waitFor: '.lesson h1' },
    act: async (page) => {
      await openAllSteps(page);
      await typeInto(page, 'row-as-of', firstExercise.solution.source.replace('<= instant', '>= instant'));
      const exercise = card(page, 'row-as-of');
      await exercise.getByRole('button', { name: /^(Check|Vérifier)$/ }).click();
      await exercise.locator('.check-report[data-passed=false]').waitFor();
      await exercise.locator('.help-tools button').first().click();
    },
  },
  {
    ...{ name: 'lesson-blank', address: LESSON, lab: 'own', waitFor: '.lesson h1' },
    act: async (page) => {
      await openAllSteps(page);
      const exercise = card(page, 'row-as-of');
      await exercise.getByRole('button', { name: /^(Check|Vérifier)$/ }).click();
      await exercise.locator('.notice').waitFor();
    },
  },
  {
    ...{ name: 'lesson-solution', address: LESSON, lab: 'own', waitFor: '.lesson h1' },
    act: async (page) => {
      await openAllSteps(page);
      await card(page, 'row-as-of').locator('.help-tools button').nth(1).click();
      await page.getByRole('dialog').locator('.primary').click();
      await card(page, 'row-as-of').locator('.help').first().waitFor();
    },
  },
  {
    ...{ name: 'lesson-solved', address: LESSON, lab: 'own', waitFor: '.lesson h1' },
    act: async (page) => {
      await takeStep(page, steps[0]!);
      await page.locator('.step-end[data-done="true"]').waitFor();
    },
  },
  {
    ...{ name: 'lesson-followed', address: '/lessons', lab: 'own' },
    act: async (page, appUrl) => {
      const first = await page.context().newPage();
      await first.goto(`${appUrl}#${LESSON}`);
      await first.locator(READY).waitFor();
      await page.goto(`${appUrl}#${LESSON}`);
      await page.locator('.lesson .notice').first().waitFor();
    },
  },
  {
    ...{ name: 'lesson-changed', address: LESSON, lab: 'own', waitFor: READY },
    act: async (page, appUrl) => {
      await openAllSteps(page);
      await typeInto(page, 'row-as-of', '// Mine.\nconst rowAsOf = 1;');
      const { text } = encodeLink({
        lesson: { kind: 'shipped', slug: 'point-in-time-joins' },
        cells: [{ label: 'row-as-of', source: '// The teacher’s.\nconst rowAsOf = 2;' }],
        ...{ note: 'Only the first step today.', minutes: 45 },
      });
      await page.goto(`${appUrl}#/l/${text}`);
      await page.locator('.link-page .primary, main .primary').first().click();
      await page.locator('.update-panel').waitFor();
    },
  },
  {
    ...{ name: 'lesson-drawer', address: LESSON, lab: 'own', waitFor: '.lesson h1', isWindow: true },
    act: async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator('.bench-button').first().click();
    },
  },
  { name: 'link-compose', address: `/lessons/link?lesson=point-in-time-joins`, lab: 'full' },
  {
    name: 'link-open',
    address: `/l/${
      encodeLink({
        lesson: { kind: 'shipped', slug: 'point-in-time-joins' },
        cells: [{ label: 'row-as-of', source: '// The teacher’s.\nconst rowAsOf = 2;' }],
        note: 'Only the first step today.',
      }).text
    }`,
    lab: 'own',
  },
  { name: 'link-damaged', address: '/l/1.abc', lab: 'own', waitFor: '[role=alert]' },
  {
    ...{ name: 'lesson-own-draft', address: '/lessons', lab: 'own' },
    act: async (page) => {
      await page.locator('section:has(#own-title) button').last().click();
      await page
        .locator('.own-draft textarea')
        .fill(SMALL_LESSON.replace('blank', 'blnk').replace('title:', 'titel:'));
      await page.waitForTimeout(800);
    },
  },
];

function courseSlugs(): readonly string[] {
  return [
    ...['orientation', 'months-and-snapshots', 'point-in-time-joins', 'seeded-training'],
    ...['serving', 'synthesis'],
  ];
}
