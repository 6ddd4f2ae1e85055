import { expect, it } from 'vitest';
import { runLab, runLabScript } from './run-lab.ts';

it('gives a script its arguments, local files and the whole API, and prints only what it prints', async () => {
  const source = `
    const text = readText(args[0]);
    console.log(JSON.stringify({ args: args.slice(1), isHere: text.includes('"streamflow-lab"') }));
    const y = [0, 1, 0, 1];
    console.log(await new DummyClassifier({ strategy: 'prior' }).fit([[1], [2], [3], [4]], y).then((m) => m.classes));
    console.error('aside');`;
  expect(await runLabScript(source, 'package.json', 'one', '--two')).toEqual({
    code: 0,
    stdout: '{"args":["one","--two"],"isHere":true}\n[ 0, 1 ]\n',
    stderr: 'aside\n',
  });
});

it('warns on stderr, and of each thing once', async () => {
  const run = await runLabScript('for (const y of [[0], [0]]) precisionScore(y, y);');
  expect(run).toEqual({
    code: 0,
    stdout: '',
    stderr: 'warning: precision is 0/0 and set to 0; choose another value with zeroDivision\n',
  });
});

it.each<[string, string, string[]]>([
  [
    "the lab's own error",
    "\nawait data.snapshot('user', { asOf: '2024-01-31' });",
    ["KeyError: no table 'user'", "hint: did you mean 'users'?", '    at cell.js:2:1'],
  ],
  [
    "the script's own error",
    'const nothing = null;\nnothing.x;',
    ["TypeError: Cannot read properties of null (reading 'x')", '    at cell.js:2:9'],
  ],
  [
    'a script that cannot be read',
    '\nconst = 1;',
    [
      "SyntaxError: Unexpected token '='",
      'hint: look just before this place: a comma, an operator or a bracket may be missing or too much',
      '    at cell.js:2:7',
    ],
  ],
  [
    'what a script forgot to await',
    "data.labels({ asOf: 'today' });\nawait new Promise((go) => setTimeout(go, 50));",
    [
      "ValueError: 'today' is no instant",
      "hint: give a Date, an ISO text such as '2024-01-31T00:00:00Z', or epoch milliseconds",
      '    at cell.js:1:6',
    ],
  ],
])('tells %s on stderr and exits 1', async (_, source, lines) => {
  expect(await runLabScript(source)).toEqual({ code: 1, stdout: '', stderr: `${lines.join('\n')}\n` });
});

it.each<[string, string[], string]>([
  ['no script', [], 'ValueError: no script given'],
  ['a script that is not there', ['no.js'], "ValueError: no script 'no.js'"],
  [
    'a folder that is not there',
    ['test/lab/course-pipeline.js', '--data', 'nowhere', '--as-of', '2024-01-31'],
    "ValueError: no folder 'nowhere'",
  ],
  [
    'a folder without files',
    ['test/lab/course-pipeline.js', '--data', 'src', '--as-of', '2024-01-31'],
    "ValueError: no CSV or Parquet file in 'src'",
  ],
  [
    'a day that is not in the calendar',
    ['test/lab/course-pipeline.js', '--data', 'datasets/streamflow', '--as-of', '2024-02-30'],
    "ValueError: '2024-02-30' is no instant",
  ],
])('tells of %s, with a hint', async (_, words, message) => {
  const { code, stdout, stderr } = await runLab(...words);
  const [first, second] = stderr.split('\n');
  expect([code, stdout, first]).toEqual([1, '', message]);
  expect(second).toMatch(/^hint: ./);
});
