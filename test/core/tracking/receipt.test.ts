import { describe, expect, it } from 'vitest';
import { compareReceipts, createReceipt, type ReceiptContent } from '../../../src/core/tracking/receipt.ts';

const CONTENT: ReceiptContent = {
  dataDigests: { users: 'aa', labels: 'bb' },
  codeVersion: '0.1.0',
  params: { nEstimators: 300, maxDepth: null },
  seed: 42,
  modelDigest: 'cc',
  predictionsDigest: 'dd',
};

describe('a receipt', () => {
  it('is the same for the same content, in whatever order it was given', () => {
    const reordered = {
      ...CONTENT,
      params: { maxDepth: null, nEstimators: 300 },
      dataDigests: { labels: 'bb', users: 'aa' },
    };
    const [first, second] = [createReceipt(CONTENT), createReceipt(reordered)];
    expect(second.digest).toBe(first.digest);
    expect(compareReceipts(first, second)).toEqual([]);
  });

  it('has a digest and a code that never change for this content', () => {
    const { digest, code } = createReceipt(CONTENT);
    expect(digest).toBe('8e0e1c6c285533d5ae4cfa27c74ad1431e47eded8b496553496da189e7476d54');
    expect(code).toBe('HR71-RV18-AMSX-BBJC');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });

  it('survives being stored as JSON', () => {
    const receipt = createReceipt(CONTENT);
    expect(createReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual(receipt);
  });

  it('lists what differs, entries that only one side has included', () => {
    const other = createReceipt({
      ...CONTENT,
      dataDigests: { users: 'ee' },
      params: { nEstimators: 300, maxDepth: null, bootstrap: true },
      predictionsDigest: 'ff',
    });
    expect(compareReceipts(createReceipt(CONTENT), other)).toEqual([
      { field: 'dataDigests.users', first: 'aa', second: 'ee' },
      { field: 'dataDigests.labels', first: 'bb', second: undefined },
      { field: 'predictionsDigest', first: 'dd', second: 'ff' },
      { field: 'params.bootstrap', first: undefined, second: true },
    ]);
  });
});
