import { createElement, Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fetched } from '../../src/ui/fetched.ts';

function Page() {
  return 'the page';
}

describe('a component that is fetched', () => {
  it('is shown at once where it was fetched before, and not before', async () => {
    const Late = fetched(async () => Page);
    const shown = () => renderToString(createElement(Suspense, { fallback: 'loading' }, createElement(Late)));
    expect(shown()).toContain('loading');
    await Late.fetch();
    expect(shown()).toContain('the page');
  });

  it('is fetched once, and once more where it could not be had', async () => {
    let nAsked = 0;
    const Late = fetched(async () => {
      if (++nAsked === 1) throw new Error('no network');
      return Page;
    });
    await expect(Late.fetch()).rejects.toThrow('no network');
    await Promise.all([Late.fetch(), Late.fetch()]);
    await Late.fetch();
    expect(nAsked).toBe(2);
  });
});
