import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/headless/command-line.ts';

describe('parseCommandLine', () => {
  it('takes the file, any number of months, and the rest for the script', () => {
    const words = 'a.js --data m0 --as-of 2024-01-31 one --data m1 --as-of 2024-02-29 --two'.split(' ');
    expect(parseCommandLine(words)).toEqual({
      file: 'a.js',
      months: [
        { folder: 'm0', asOf: '2024-01-31' },
        { folder: 'm1', asOf: '2024-02-29' },
      ],
      out: null,
      args: ['one', '--two'],
    });
  });

  it('takes an option and its value as one word too', () => {
    expect(parseCommandLine(['a.js', '--data=m0', '--as-of=2024-01-31'])).toEqual(
      parseCommandLine(['a.js', '--data', 'm0', '--as-of', '2024-01-31']),
    );
  });

  it("takes where to write a notebook, but leaves a script's --out to the script", () => {
    const words = (file: string) => [file, 'one', '--out', 'done.ipynb', 'two'];
    expect(parseCommandLine(words('a.md'))).toMatchObject({ out: 'done.ipynb', args: ['one', 'two'] });
    expect(parseCommandLine(words('a.js'))).toMatchObject({ out: null, args: words('a.js').slice(1) });
  });

  it.each([
    [['a.md', '--out']],
    [['a.ipynb', '--out', 'done.txt']],
    [[]],
    [['a.js', '--data', 'm0']],
    [['a.js', '--as-of', '2024-01-31']],
    [['a.js', '--data', 'm0', '--as-of']],
  ])('answers %j with the usage', (words) => {
    expect(() => parseCommandLine(words)).toThrow(
      expect.objectContaining({ name: 'ValueError', hint: expect.stringContaining('usage: ') }),
    );
  });
});
