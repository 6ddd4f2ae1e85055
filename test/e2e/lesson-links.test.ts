import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { encodeLink } from '../../src/notebook/link/encode-link.ts';
import { SMALL_LESSON } from '../notebook/lesson/small-lesson.ts';
import { card, openAllSteps, typeInto } from './lesson-student.ts';
import { axeViolations, type LabPage, type LabPageOptions, openPage } from './open-page.ts';

describe('a lesson link', () => {
  const labs: LabPage[] = [];

  const open = async (options: LabPageOptions): Promise<Page> => {
    const lab = await openPage(inject('appUrl'), options);
    labs.push(lab);
    return lab.page;
  };

  afterEach(async () => {
    for (const { close, complaints } of labs.splice(0)) {
      await close();
      expect(complaints).toEqual([]);
    }
  });

  it('is composed by a teacher, and opens in a student’s browser as it says', async () => {
    const teacher = await open({ address: '/lessons/point-in-time-joins' });
    await teacher.getByRole('button', { name: 'More about this lesson' }).click();
    await teacher.getByRole('menuitem', { name: 'Make a link of this lesson' }).click();
    const lesson = teacher.getByRole('combobox', { name: 'Lesson', exact: true });
    expect(await lesson.locator('option:checked').textContent()).toBe('3. Point-in-time joins');
    await teacher
      .getByRole('combobox', { name: 'Begin at' })
      .selectOption({ label: '4. How old may a row be?' });
    await teacher.locator('main').getByRole('combobox', { name: 'Language' }).selectOption('fr');
    await teacher.getByLabel('Lab clock (UTC)').fill('2024-03-15T06:00');
    await teacher.getByRole('combobox', { name: 'Solutions' }).selectOption('after');
    await teacher.getByLabel('Time in minutes').fill('45');
    await teacher.getByLabel('A word to the class').fill('Only this step today.');
    await teacher.getByRole('checkbox', { name: 'runs' }).check();
    await teacher.getByRole('checkbox', { name: 'the lab clock' }).check();
    await teacher.getByText('Texts of cells').click();
    await teacher
      .getByRole('textbox', { name: 'try-ttl' })
      .fill('// From your teacher.\nconst fromTeacher = 45;\nfromTeacher;');
    await teacher.getByText('One cell has another text').waitFor();
    await teacher.getByRole('img', { name: 'QR code of the link' }).waitFor();
    expect(await axeViolations(teacher)).toEqual([]);
    const address = await teacher.getByRole('textbox', { name: 'The link', exact: true }).inputValue();

    const student = await open({ address: address.split('#')[1]! });
    await student.getByText('Only this step today.').waitFor();
    await student.getByText('It begins at the step “Quel âge').waitFor();
    await student.getByText('Solutions are shown after 3 tries.').waitFor();
    await student.getByText('const fromTeacher = 45;').waitFor();
    expect(await axeViolations(student)).toEqual([]);
    expect(
      await student.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    ).not.toContain('streamflow-lesson-point-in-time-joins');
    await student.getByRole('button', { name: 'Open the lesson' }).click();
    await card(student, 'try-ttl').getByText('// From your teacher.').waitFor();
    await student.locator('.time-box').getByText('45 minutes').waitFor();
    expect(await student.getByRole('link', { name: 'Runs' }).count()).toBe(0);
    await student.locator('.bench .clock[data-locked="true"]').waitFor();
    await student.getByText('La solution s’ouvre après encore 3 essais.').first().waitFor();
    await card(student, 'try-ttl').getByRole('button', { name: 'Exécuter' }).click();
    await card(student, 'try-ttl').locator('.lesson-cell[data-status="ok"]').waitFor();
    await student.goto(`${inject('appUrl')}#/runs`);
    await student.getByText('Cette étape est masquée').waitFor();
    expect(await axeViolations(student)).toEqual([]);
  });

  it('gives a lesson its data and variables, and greys those that its cells do not use', async () => {
    const teacher = await open({ address: '/lessons/link' });
    await teacher.getByRole('combobox', { name: 'Lesson', exact: true }).selectOption('A lesson of my own');
    await teacher.getByLabel('Lesson file (Markdown)').fill(SMALL_LESSON);
    await teacher.getByText('The cells of this lesson do not use AS_OF.').waitFor();
    expect(await teacher.getByLabel('Random seed (SEED)').isDisabled()).toBe(true);
    const own = SMALL_LESSON.replace('  clock:', '  asOf: 2024-01-31\n  seed: 42\n  clock:').replace(
      'two + two;\nsum;',
      "two + two;\nSEED + ' ' + AS_OF + ' ' + (await data.tables()).length;",
    );
    const choosing = teacher.waitForEvent('filechooser');
    await teacher.getByRole('button', { name: 'Choose the file' }).click();
    await (await choosing).setFiles({ name: 'own.md', mimeType: 'text/markdown', buffer: Buffer.from(own) });
    await teacher.getByText('The lesson says 42.').waitFor();
    await teacher.getByLabel('Random seed (SEED)').fill('7');
    await teacher.getByRole('combobox', { name: 'Data' }).selectOption('the shipped dataset streamflow');
    await teacher.getByRole('combobox', { name: 'Steps' }).selectOption('open');
    await teacher.getByText('The numbers in the text are those of the lesson’s own month').waitFor();
    expect(await axeViolations(teacher)).toEqual([]);
    const address = await teacher.getByRole('textbox', { name: 'The link', exact: true }).inputValue();

    const student = await open({ address: address.split('#')[1]! });
    await student.getByText('The lesson’s lab starts from the dataset streamflow.').waitFor();
    await student.getByText('The random seed is 7: the cells find it as SEED.').waitFor();
    await student.getByRole('button', { name: 'Open the lesson' }).click();
    // The choices can be read before they can be chosen.
    await student.locator('label.choice').first().click();
    await student.getByRole('button', { name: 'That is my prediction' }).click();
    await card(student, 'four').getByRole('button', { name: 'Run' }).click();
    await card(student, 'four').getByText('7 2024-01-31 6').waitFor();
  });

  it('asks for the months that it is about, takes a copy of them once they are in the free lab, and is replayed over the teacher’s', async () => {
    const load = async (page: Page): Promise<void> => {
      await page.goto(`${inject('appUrl')}#/data`);
      await page.getByRole('button', { name: 'Load StreamFlow' }).click();
      await page.locator('.matrix').first().waitFor();
    };
    const teacher = await open({ address: '/data' });
    await load(teacher);
    await teacher.goto(`${inject('appUrl')}#/lessons/link`);
    await teacher.getByRole('combobox', { name: 'Lesson', exact: true }).selectOption('A lesson of my own');
    await teacher.getByLabel('Lesson file (Markdown)').fill(SMALL_LESSON);
    await teacher.getByRole('combobox', { name: 'Data' }).selectOption('the months of my free lab');
    await teacher.getByText('The link knows them by a digest.').waitFor();
    expect(await axeViolations(teacher)).toEqual([]);
    const address = await teacher.getByRole('textbox', { name: 'The link', exact: true }).inputValue();

    const student = await open({ address: address.split('#')[1]! });
    await student.getByText('Your free lab holds no months yet.').waitFor();
    expect(await axeViolations(student)).toEqual([]);
    await student.getByRole('button', { name: 'Open the lesson' }).click();
    await student.getByText('your free lab does not hold the months that this link is about').waitFor();
    await load(student);
    await student.goto(`${inject('appUrl')}#/lessons/own.small`);
    await student.locator('.bench-picture').waitFor();

    await openAllSteps(student);
    await typeInto(student, 'add', 'const add = (a, b) => a + b;');
    await card(student, 'add').getByRole('button', { name: 'Check' }).click();
    await card(student, 'add').locator('[data-solved="true"]').waitFor();
    await student.goto(`${inject('appUrl')}#/lessons/hand-in?lesson=own.small`);
    await student.getByLabel('Your name').fill('Ada');
    const handingIn = student.waitForEvent('download');
    await student.getByRole('button', { name: '.sflab' }).click();
    const file = await (await handingIn).path();
    await teacher.goto(`${inject('appUrl')}#/review`);
    const choosing = teacher.waitForEvent('filechooser');
    await teacher.getByRole('button', { name: 'Choose files' }).click();
    await (await choosing).setFiles({ name: 'ada.sflab', mimeType: '', buffer: await readFile(file) });
    await teacher.getByRole('button', { name: 'Replay 1 hand-in' }).click();
    await teacher.locator('.replay-cell[data-differs="false"]').waitFor({ timeout: 120_000 });
  });

  it('leaves the student’s own text where both changed it, and asks', async () => {
    const page = await open({ address: '/lessons/point-in-time-joins' });
    await page.locator('.bench-picture').waitFor();
    await openAllSteps(page);
    await typeInto(page, 'row-as-of', '// Mine.\nconst rowAsOf = 1;');
    const { text } = encodeLink({
      lesson: { kind: 'shipped', slug: 'point-in-time-joins' },
      cells: [{ label: 'row-as-of', source: '// The teacher’s.\nconst rowAsOf = 2;' }],
    });
    await page.goto(`${inject('appUrl')}#/l/${text}`);
    await page.getByRole('button', { name: 'Open the lesson' }).click();
    await page.getByRole('heading', { name: 'This lesson has changed since you worked on it' }).waitFor();
    await card(page, 'row-as-of').getByText('// Mine.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take the lesson’s' }).click();
    await card(page, 'row-as-of').getByText('// The teacher’s.').waitFor();
    await page.locator('.bench-picture').waitFor();
    await page.getByRole('button', { name: 'More about this lesson' }).click();
    await page.getByRole('menuitem', { name: 'Leave the link…' }).click();
    await card(page, 'row-as-of').getByText('____').first().waitFor();
    await page.locator('.bench-picture').waitFor();
  });

  it('brings a whole lesson of its own, which runs behind the wall and asks for nothing', async () => {
    const requests: string[] = [];
    const hostile = SMALL_LESSON.replace(
      'Some words before the first step.',
      '<img src="x" onerror="document.title=1"> [go](javascript:alert(1)) ![p](https://example.org/p.png)',
    ).replace(
      'const two = 2;',
      "const two = 2;\ntry { await fetch('https://example.org/steal'); } catch {}\ntry { indexedDB.open('streamflow-course'); } catch {}",
    );
    const { text } = encodeLink({
      lesson: { kind: 'own', markdown: hostile },
      note: '<b>bold</b><script>1</script>',
    });
    const page = await open({ address: `/l/${text}` });
    page.on('request', (request) => requests.push(request.url()));
    await page.getByText('<b>bold</b>').waitFor();
    await page.getByText('It brings a lesson of its own, “A small lesson”').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open the lesson' }).click();
    await page.locator('.bench-picture').waitFor();
    expect(page.url()).toContain('#/lessons/own.small/adding');
    expect(await page.locator('.lesson img, .lesson script, .lesson a[href^="javascript"]').count()).toBe(0);
    await openAllSteps(page);
    await typeInto(page, 'add', 'const add = (a, b) => a + b;');
    await card(page, 'add').getByRole('button', { name: 'Check' }).click();
    await card(page, 'add').locator('[data-solved="true"]').waitFor();
    expect(requests.filter((url) => url.includes('example.org'))).toEqual([]);
    await page.goto(`${inject('appUrl')}#/lessons`);
    await page.getByRole('link', { name: 'A small lesson' }).waitFor();
  });

  it.each([
    ['1.abc', 'This link is damaged'],
    ['9.000000000000.abc', 'made by a newer version'],
    ['hello', 'This is not a lesson link.'],
    [encodeLink({ lesson: { kind: 'shipped', slug: 'no-such-lesson' } }).text, 'does not have'],
    [encodeLink({ lesson: { kind: 'own', markdown: 'no lesson at all' } }).text, 'cannot be read'],
  ])('that cannot be opened says why and does nothing (%s)', async (text, message) => {
    const page = await open({ address: `/l/${text}` });
    await page.getByRole('alert').getByText(message).waitFor();
    await page.getByText('Nothing was opened or changed.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
