import { expect, it } from 'vitest';
import type { ByteSource } from '../../../src/core/table/byte-source.ts';
import { toByteSources } from '../../../src/notebook/lab-api/month-files.ts';

async function textOf(source: ByteSource): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of source.bytes()) text += decoder.decode(chunk, { stream: true });
  return text;
}

it('reads texts by name, bytes, and the files of a page', async () => {
  const bytes = new TextEncoder().encode('a\n1\n');
  const forms = [
    { 'users.csv': 'a\n1\n' },
    [{ name: 'users.csv', text: 'a\n1\n' }],
    [{ name: 'users.csv', bytes }],
    [new File([bytes], 'users.csv')],
    new Set([{ name: 'users.csv', text: 'a\n1\n' }]),
  ];
  for (const form of forms) {
    const [source, ...others] = toByteSources(form);
    expect([source?.name, source?.size, await textOf(source!), others]).toEqual([
      'users.csv',
      4,
      'a\n1\n',
      [],
    ]);
  }
});

it.each([[undefined], ['users.csv'], [5], [[5]], [[{ text: 'a' }]]])('refuses %j', (files) => {
  expect(() => toByteSources(files as never)).toThrow(
    expect.objectContaining({ name: 'TypeError', hint: expect.stringContaining('readText') }),
  );
});

it('tells that the files are still a promise', () => {
  expect(() => toByteSources(Promise.resolve([]) as never)).toThrow(
    expect.objectContaining({ name: 'TypeError', message: 'the list of files is a promise' }),
  );
});
