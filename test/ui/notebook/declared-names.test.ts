import { describe, expect, it } from 'vitest';
import { declaredNames } from '../../../src/ui/notebook/editor/declared-names.ts';

const namesOf = (source: string): string[] => declaredNames(source).map(({ name }) => name);

describe('the names that a cell declares', () => {
  it('are those of its top level, patterns and types too', () => {
    expect(
      namesOf(
        'const a = 1, { b, c: [d, ...e] } = f(); let g; function h(i) { var j; } class K { l() {} } interface M {} type N = 1;',
      ),
    ).toEqual(['a', 'b', 'd', 'e', 'g', 'h', 'K', 'M', 'N']);
    expect(declaredNames('type N = 1; const n = 2;').map(({ isType }) => isType)).toEqual([true, false]);
  });

  it('are not those of blocks, parameters and inner functions', () => {
    expect(
      namesOf('{ let a; } for (const b of c) {} const d = (e) => { const f = e; }; [1].map((g) => g)'),
    ).toEqual(['d']);
  });

  it('are found in code that is not finished', () => {
    expect(namesOf('const a = await load(\nconst b = ')).toContain('a');
    expect(namesOf('')).toEqual([]);
  });
});
