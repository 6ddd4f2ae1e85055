import { beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumEngine } from '../engines/chromium.ts';
import { firefoxEngine } from '../engines/firefox.ts';
import { webkitEngine } from '../engines/webkit.ts';
import { figuresIn, figuresInNode, type RouteFigures } from './route-figures.ts';

describe('the whole route', () => {
  let inNode: RouteFigures;

  beforeAll(async () => {
    inNode = await figuresInNode();
  });

  it('has figures for every step in Node', () => {
    expect(Object.keys(inNode).length).toBeGreaterThan(10);
    for (const [step, figures] of Object.entries(inNode)) {
      expect(Object.keys(figures).length, step).toBeGreaterThan(0);
    }
  });

  it.for([chromiumEngine, firefoxEngine, webkitEngine])(
    'shows the same digests, scores, receipt and predictions in $name',
    async (engine, { skip }) => {
      const missing = engine.missing();
      if (missing !== null) {
        console.log(`${engine.name} is skipped: ${missing}`);
        skip(missing);
      }
      expect(await figuresIn(engine, inject('appUrl'))).toEqual(inNode);
    },
  );
});
