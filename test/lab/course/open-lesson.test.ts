import { describe, expect, it } from 'vitest';
import type { OpenLessonOptions } from '../../../src/lab/course/open-lesson.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import { changed, SMALL_LESSON } from '../../notebook/lesson/small-lesson.ts';
import { memoryCourse, openHeadlessLesson, sourceOf } from './headless-lesson.ts';

const SOLUTION = '// Adds two numbers.\nconst add = (a, b) => a + b;';

describe('working in a lesson', () => {
  it('runs nothing by itself, and makes the lab of a step ready before its first cell', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
    expect(lesson.labs).toHaveLength(0);
    expect(lesson.lab.getState().phase).toBe('off');
    await lesson.run('four');
    expect(lesson.lab.getState()).toEqual({ phase: 'ready', stepId: 'adding', ranCellIds: ['four'] });
    expect((await lesson.workspace.load()).engine.time.clock.now()).toBe(Date.UTC(2024, 2, 1));
    const { cell } = lesson.session.state.getState().cells.four!;
    expect(
      cell.kind === 'code' && cell.outputs.map((output) => output.kind === 'value' && output.value.preview),
    ).toEqual(['4']);
  });

  it('does not run code that still has blanks, and says where they are', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
    expect(await lesson.check('add')).toEqual({ blankLines: [2] });
    expect(lesson.labs).toHaveLength(0);
    expect(lesson.progress.state.getState().tasks.add).toBeUndefined();
  });

  it('counts tries, keeps the first pass, and is done with a step whose exercises are solved', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
    lesson.session.edit('add', 'const add = (a, b) => a - b;');
    await lesson.check('add');
    expect(lesson.progress.state.getState().tasks.add).toMatchObject({ nTries: 1, passedAt: null });
    const check = lesson.session.state.getState().cells['add-check']!.cell;
    expect(check.kind === 'code' && check.outputs).toMatchObject([
      { kind: 'check', result: { passed: false, hint: 'Two and three make five.' } },
      { kind: 'error', name: 'CheckFailedError' },
    ]);
    lesson.session.edit('add', SOLUTION);
    await lesson.check('add');
    const { tasks, progress } = lesson.progress.state.getState();
    expect(tasks.add).toMatchObject({ nTries: 2 });
    expect(tasks.add?.passedAt).not.toBeNull();
    expect(progress.doneSteps.map(({ stepId }) => stepId)).toEqual(['adding']);
  });

  describe('whose kernel is lost while nothing runs', () => {
    /** Kernels of which the first so many are gone once the exercise has run; another stands in, without variables. */
    const losing =
      (nLost: number): ((openHost: OpenLessonOptions['openHost']) => OpenLessonOptions['openHost']) =>
      (openHost) => {
        let nOpened = 0;
        return async (workspace, events) => {
          const host = await openHost(workspace, events);
          const isToBeLost = ++nOpened <= nLost;
          let isLost = false;
          return {
            ...host,
            run: async (cell, listener) => {
              if (isLost) throw new Error('this kernel has no variables');
              const result = await host.run(cell, listener);
              if (isToBeLost && cell.cellId === 'add') {
                isLost = true;
                events.onState('starting');
              }
              return result;
            },
          };
        };
      };

    it('runs the exercise again with what ran before it, and then its check', async () => {
      const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse(), { around: losing(1) });
      await lesson.run('four');
      lesson.session.edit('add', 'const add = (a, b) => a + b + sum - 4;');
      await lesson.check('add');
      expect(lesson.progress.state.getState().tasks.add).toMatchObject({
        nTries: 1,
        passedAt: expect.anything(),
      });
      expect(lesson.lab.getState().ranCellIds).toEqual(['four', 'add', 'add-check']);
      expect(lesson.labs).toHaveLength(2);
    });

    it('does not count a try that could not be checked', async () => {
      const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse(), { around: losing(9) });
      lesson.session.edit('add', SOLUTION);
      await lesson.check('add');
      expect(lesson.progress.state.getState().tasks.add).toBeUndefined();
      lesson.session.edit('add', 'const add = nothing;');
      await lesson.check('add');
      expect(lesson.progress.state.getState().tasks.add).toMatchObject({ nTries: 1, passedAt: null });
    });
  });

  it('judges an exercise by its present text, not by what an earlier one left', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
    lesson.session.edit('add', SOLUTION);
    await lesson.check('add');
    lesson.session.edit('add', 'const sum = 5;');
    await lesson.check('add');
    const check = lesson.session.state.getState().cells['add-check']!.cell;
    expect(check.kind === 'code' && check.lastRun?.end).toBe('error');
  });

  it('counts a try that ends with an error of the student’s own', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
    lesson.session.edit('add', 'const add = nothing;');
    await lesson.check('add');
    expect(lesson.progress.state.getState().tasks.add).toMatchObject({ nTries: 1, passedAt: null });
  });

  it('runs the cells above that ran before, where their variables are gone', async () => {
    const course = memoryCourse();
    const first = await openHeadlessLesson(SMALL_LESSON, course);
    await first.run('four');
    await first.close();
    const lesson = await openHeadlessLesson(SMALL_LESSON, course);
    lesson.session.edit('add', 'const add = (a, b) => a + b + sum - 4;');
    await lesson.check('add');
    expect(lesson.lab.getState().ranCellIds).toEqual(['four', 'add', 'add-check']);
    expect(lesson.progress.state.getState().tasks.add?.passedAt).not.toBeNull();
  });

  it('tells in the cell what went wrong in a setup, and tries anew with the next run', async () => {
    const broken = changed('const two = 2;', 'const two = missing;');
    const lesson = await openHeadlessLesson(broken, memoryCourse());
    await lesson.run('four');
    expect(lesson.lab.getState().phase).toBe('failed');
    const { cell } = lesson.session.state.getState().cells.four!;
    expect(cell.kind === 'code' && cell.outputs).toMatchObject([{ kind: 'error', name: 'ReferenceError' }]);
  });

  it('comes back with texts, results and answers as they were left', async () => {
    const course = memoryCourse();
    const first = await openHeadlessLesson(SMALL_LESSON, course);
    first.session.edit('add', SOLUTION);
    await first.check('add');
    first.progress.write('why', 'To know how many.');
    first.progress.give('why', null);
    first.progress.showHint('add', 1);
    await first.close();
    const second = await openHeadlessLesson(SMALL_LESSON, course);
    const { tasks } = second.progress.state.getState();
    expect(sourceOf(second, 'add')).toBe(SOLUTION);
    expect(tasks.why).toMatchObject({ answer: 'To know how many.' });
    expect(tasks.add).toMatchObject({ nHints: 1, nTries: 1 });
    const { cell } = second.session.state.getState().cells['add-check']!;
    expect(cell.kind === 'code' && cell.outputs.map(({ kind }) => kind)).toEqual(['check', 'check']);
  });

  it('takes a step back to what the lesson has, and undoes that', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
    lesson.session.edit('add', SOLUTION);
    await lesson.check('add');
    const undo = lesson.reset(['adding']);
    expect(sourceOf(lesson, 'add')).toContain('____');
    expect(lesson.progress.state.getState().progress.doneSteps).toEqual([]);
    expect(lesson.progress.state.getState().tasks.add).toMatchObject({ nTries: 0, passedAt: null });
    undo();
    expect(sourceOf(lesson, 'add')).toBe(SOLUTION);
    expect(lesson.progress.state.getState().tasks.add).toMatchObject({ nTries: 1 });
    expect((await lesson.session.versions('add')).map(({ source }) => source)).toContain(SOLUTION);
  });

  it('begins anew with an empty lab', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
    await lesson.run('four');
    await lesson.restart();
    expect(lesson.lab.getState()).toEqual({ phase: 'off', stepId: null, ranCellIds: [] });
    expect(lesson.labs).toHaveLength(2);
  });

  it('gives cells what the link sets, and its own texts', async () => {
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse(), {
      link: {
        lesson: { kind: 'shipped', slug: 'small' },
        ...{ seed: 7, asOf: Date.UTC(2024, 1, 29), clock: Date.UTC(2024, 4, 1) },
        cells: [{ label: 'add', source: 'const add = () => [SEED, AS_OF];\nadd();' }],
      },
    });
    await lesson.run('add');
    const { cell } = lesson.session.state.getState().cells.add!;
    expect(cell.kind === 'code' && cell.outputs).toMatchObject([
      {
        kind: 'value',
        value: {
          members: [
            ['0', { preview: '7' }],
            ['1', { preview: "'2024-02-29'" }],
          ],
        },
      },
    ]);
    expect((await lesson.workspace.load()).engine.time.clock.now()).toBe(Date.UTC(2024, 4, 1));
  });

  it('gives cells what the lesson’s head gives, where the link sets no other', async () => {
    const markdown = changed('clock: 2024-03-01', 'clock: 2024-03-01\n  asOf: 2024-01-31\n  seed: 42');
    const lesson = await openHeadlessLesson(markdown, memoryCourse(), {
      link: {
        lesson: { kind: 'shipped', slug: 'small' },
        seed: 7,
        cells: [{ label: 'add', source: 'const add = () => 1;\nSEED + AS_OF;' }],
      },
    });
    await lesson.run('add');
    const { cell } = lesson.session.state.getState().cells.add!;
    expect(cell.kind === 'code' && cell.outputs).toMatchObject([
      { kind: 'value', value: { preview: "'72024-01-31'" } },
    ]);
  });

  it('starts from the dataset of the link', async () => {
    const link = { lesson: { kind: 'shipped', slug: 'small' }, dataset: 'streamflow' } as const;
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse(), { link });
    await lesson.run('four');
    expect((await lesson.workspace.load()).engine.time.clock.now()).toBe(Date.UTC(2024, 2, 1));
    expect(await (await lesson.workspace.load()).engine.snapshots.listTables()).not.toEqual([]);
  });

  it('is not set up where the link is about months that the free lab does not hold, and says so', async () => {
    const link = { lesson: { kind: 'shipped', slug: 'small' }, dataset: 'free-lab:0123456789ab' } as const;
    const lesson = await openHeadlessLesson(SMALL_LESSON, memoryCourse(), { link });
    await lesson.prepare('adding');
    expect(lesson.lab.getState().phase).toBe('failed');
    const { cell } = lesson.session.state.getState().cells['adding-setup']!;
    expect(cell.kind === 'code' && cell.outputs).toMatchObject([
      {
        kind: 'error',
        name: 'LabError',
        message: 'your free lab does not hold the months that this link is about',
      },
    ]);
  });

  describe('in another language', () => {
    const FRENCH = SMALL_LESSON.replace('language: en', 'language: fr')
      .replace('// Adds two numbers.', '// Additionne deux nombres.')
      .replace('const sum = two', '// La somme.\nconst sum = two')
      .replace('Two and three make five.', 'Deux et trois font cinq.');
    const french = { lesson: parseLesson('small.md', FRENCH).lesson!, paint: {} };

    it('keeps the kernel with its variables, what was typed and what was done', async () => {
      const first = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
      await first.run('four');
      first.session.edit('add', 'const add = (a, b) => a - b + sum - 4;');
      const lesson = (await first.translate(french))!;
      expect(lesson.readable.lesson.language).toBe('fr');
      expect(sourceOf(lesson, 'four')).toContain('// La somme.');
      expect(sourceOf(lesson, 'add')).toBe('const add = (a, b) => a - b + sum - 4;');
      await lesson.check('add');
      expect(first.labs).toHaveLength(1);
      const check = lesson.session.state.getState().cells['add-check']!.cell;
      expect(check.kind === 'code' && check.outputs[0]).toMatchObject({
        kind: 'check',
        result: { hint: 'Deux et trois font cinq.' },
      });
      expect(lesson.progress.state.getState().tasks.add).toMatchObject({ nTries: 1 });
      lesson.reset(['adding']);
      expect(sourceOf(lesson, 'add')).toContain('// Additionne');
    });

    it('comes back in the first one as it was', async () => {
      const first = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
      const english = first.readable;
      const lesson = (await (await first.translate(french))!.translate(english))!;
      expect(sourceOf(lesson, 'add')).toBe('// Adds two numbers.\nconst add = (a, b) => ____;');
      expect(lesson.update.state.getState().decisions).toEqual([]);
    });

    it('is to be opened anew where its cells are others, or another tab works in it', async () => {
      const first = await openHeadlessLesson(SMALL_LESSON, memoryCourse());
      const other = parseLesson('small.md', FRENCH.replaceAll(' four\n', ' quatre\n')).lesson!;
      expect(await first.translate({ lesson: other, paint: {} })).toBeNull();
      first.session.setEditable(false);
      expect(await first.translate(french)).toBeNull();
    });
  });

  it('asks about a cell that both the student and a new edition of the lesson changed', async () => {
    const course = memoryCourse();
    const first = await openHeadlessLesson(SMALL_LESSON, course);
    first.session.edit('add', SOLUTION);
    await first.close();
    const edition = SMALL_LESSON.replace(
      'const add = (a, b) => ____;',
      'const add = (first, second) => ____;',
    );
    const second = await openHeadlessLesson(edition, course);
    expect(second.update.state.getState().decisions).toMatchObject([{ cellId: 'add', mine: SOLUTION }]);
    expect(sourceOf(second, 'add')).toBe(SOLUTION);
    await second.update.decided('add');
    await second.close();
    const third = await openHeadlessLesson(edition, course);
    expect(third.update.state.getState().decisions).toEqual([]);
    expect(sourceOf(third, 'add')).toBe(SOLUTION);
  });

  it('makes the lab of a step ready that was entered while another one was being made ready', async () => {
    const second = SMALL_LESSON.slice(SMALL_LESSON.indexOf('## Adding'))
      .replace('{#adding}', '{#again}')
      .replaceAll(/^```(\w+) ([\w-]+) ([a-z-]+)$/gm, '```$1 $2 $3-again')
      .replace('(value:sum)', '(value:sumAgain)');
    const lesson = await openHeadlessLesson(SMALL_LESSON + second, memoryCourse());
    const isUnderWay = new Promise<void>((resolve) => {
      lesson.lab.subscribe(({ phase }) => {
        if (phase === 'preparing') resolve();
      });
    });
    const first = lesson.prepare('adding');
    await isUnderWay;
    await Promise.all([first, lesson.prepare('again')]);
    expect(lesson.lab.getState()).toMatchObject({ phase: 'ready', stepId: 'again' });
  });

  it('records what the lab of a step held, for the report of the work', async () => {
    const course = memoryCourse();
    const logging = changed(
      'const sum = two + two;',
      "await mlflow.setExperiment('sums');\nconst run = await mlflow.startRun({ runName: 'mine' });\nawait mlflow.logMetric('sum', 4);\nawait mlflow.endRun();\nconst sum = two + two;",
    );
    const lesson = await openHeadlessLesson(logging, course);
    await lesson.run('four');
    await lesson.close();
    expect(await course.listRecords('small')).toMatchObject([
      {
        ...{ kind: 'step-record', stepId: 'adding', labNow: Date.UTC(2024, 2, 1), datasetDigest: null },
        runs: [{ info: { runName: 'mine' }, data: { metrics: { sum: 4 } } }],
      },
    ]);
  });

  it('keeps the text of a cell that a new edition no longer has', async () => {
    const course = memoryCourse();
    const first = await openHeadlessLesson(SMALL_LESSON, course);
    first.session.edit('add', SOLUTION);
    await first.close();
    const second = await openHeadlessLesson(
      SMALL_LESSON.replaceAll(/(js|md) (exercise|hint|solution|check|wrong) add\n/g, '$1 $2 plus\n'),
      course,
    );
    expect(sourceOf(second, 'plus')).toContain('____');
    expect((await second.session.deletedCells()).map(({ cell }) => cell.source)).toContain(SOLUTION);
  });
});
