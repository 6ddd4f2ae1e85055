import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../src/lab/course/diff-texts.ts';
import { mergeTexts } from '../../../src/lab/course/merge-texts.ts';
import { reconcileCells } from '../../../src/lab/course/reconcile-cells.ts';

const BASE = 'const ttl = ____;\nawait store.apply([user]);\nconsole.log(ttl);\n// the end';

describe('merging a text that student and lesson may have changed', () => {
  it('takes what only one side changed, without asking', async () => {
    const mine = BASE.replace('____', 'days(45)');
    expect(await mergeTexts(BASE, mine, BASE)).toEqual({ kind: 'settled', source: mine });
    expect(await mergeTexts(BASE, BASE, 'other')).toEqual({ kind: 'settled', source: 'other' });
    expect(await mergeTexts(BASE, 'same', 'same')).toEqual({ kind: 'settled', source: 'same' });
  });

  it('puts changes in different places together', async () => {
    const mine = BASE.replace('____', 'days(45)');
    const theirs = BASE.replace('// the end', '// the very end');
    expect(await mergeTexts(BASE, mine, theirs)).toEqual({
      kind: 'mergeable',
      merged: 'const ttl = days(45);\nawait store.apply([user]);\nconsole.log(ttl);\n// the very end',
    });
  });

  it('does not put together what is in the same line', async () => {
    const mine = BASE.replace('____', 'days(45)');
    const theirs = BASE.replace('const ttl = ____', 'const maxAge = ____');
    expect(await mergeTexts(BASE, mine, theirs)).toEqual({ kind: 'conflict' });
  });
});

describe('cells of a lesson that is not what it was', () => {
  const reconcile = (
    mine: Record<string, string>,
    own: Record<string, string> | null,
    others: Record<string, string>[] = [],
  ) => reconcileCells({ lesson: { a: 'new a', b: 'b' }, mine, bases: { own, others } });

  it('are the lesson’s where the student never touched them', async () => {
    expect(await reconcile({ a: 'old a', b: 'b' }, { a: 'old a', b: 'b' })).toEqual({
      ...{ sources: { a: 'new a', b: 'b' }, bases: { a: 'new a', b: 'b' }, decisions: [] },
    });
  });

  it('are new ones where the lesson gained them', async () => {
    expect((await reconcile({ b: 'mine' }, { b: 'b' })).sources).toEqual({ a: 'new a', b: 'mine' });
  });

  it('wait for a decision where both sides changed them, and keep the old base until then', async () => {
    const { sources, bases, decisions } = await reconcile({ a: 'my a', b: 'b' }, { a: 'old a', b: 'b' });
    expect(sources.a).toBe('my a');
    expect(bases).toEqual({ a: 'old a', b: 'b' });
    expect(decisions).toEqual([{ cellId: 'a', base: 'old a', mine: 'my a', theirs: 'new a', merged: null }]);
  });

  it('change language where they were not touched, and stay without a question where they were', async () => {
    const { sources, decisions } = await reconcile({ a: 'vieux a', b: 'à moi' }, null, [
      { a: 'vieux a', b: 'vieux b' },
    ]);
    expect(sources).toEqual({ a: 'new a', b: 'à moi' });
    expect(decisions).toEqual([]);
  });
});

describe('the difference of two texts', () => {
  it('is told line by line', async () => {
    expect(diffTexts('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: 'c' },
      { kind: 'added', text: 'd' },
    ]);
  });
});
