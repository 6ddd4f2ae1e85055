import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumEngine } from '../engines/chromium.ts';
import { firefoxEngine } from '../engines/firefox.ts';
import { webkitEngine } from '../engines/webkit.ts';
import { gotThrough } from './attempt.ts';
import { NETWORK_ATTEMPTS } from './attempts/network.ts';
import { REACH_ATTEMPTS } from './attempts/reach.ts';
import { STORAGE_ATTEMPTS } from './attempts/storage.ts';
import { TAMPERING_ATTEMPTS } from './attempts/tampering.ts';
import { type CountingServer, startCountingServer } from './counting-server.ts';
import { EXHAUSTIONS } from './exhaustion.ts';
import { DANFOJS_PRINTS, digestsInNode, FIT_MODELS, USE_DANFOJS } from './same-models.ts';
import { SPOOFS } from './spoofs.ts';
import { type AttemptPage, openControl, openWall } from './wall-page.ts';

const ATTEMPTS = [...NETWORK_ATTEMPTS, ...STORAGE_ATTEMPTS, ...REACH_ATTEMPTS, ...TAMPERING_ATTEMPTS];
const STOP_AFTER = 'await new Promise((resolve) => setTimeout(resolve, 500)); await kernel.client.stop();';
const NOTHING = { requests: [], returned: expect.any(String), changed: [] };

describe.each([chromiumEngine, firefoxEngine, webkitEngine])('in $name', (engine) => {
  const missing = engine.missing();
  if (missing !== null) {
    console.log(`the wall was not tried in ${engine.name}: ${missing}`);
    it.skip(`the wall holds (${missing})`);
    return;
  }

  let server: CountingServer;
  beforeAll(async () => {
    server = await startCountingServer();
  });
  afterAll(() => server.close());

  describe('a cell cannot', () => {
    let wall: AttemptPage;
    beforeAll(async () => {
      wall = await openWall(engine, inject('appUrl'), server);
    });
    afterAll(() => wall.close());

    it.each(ATTEMPTS)('$name', async (attempt) => {
      const effects = await wall.attempt(attempt);
      expect(effects).toEqual(NOTHING);
      expect(gotThrough(effects), effects.returned).toBe(false);
    });

    it('keep to itself what it was given, which shows that the attempts are seen', async () => {
      const given = { name: 'return it', code: `return '$SECRET';`, control: null };
      expect(gotThrough(await wall.attempt(given))).toBe(true);
    });

    it.each(EXHAUSTIONS)('stop the page by $name', async ({ source, ends, says = '' }) => {
      const stop = ends === 'by stop' ? STOP_AFTER : '';
      const ended = await wall.page.evaluate<{ end: string; outputs: string }>(
        `const running = runCell(${JSON.stringify(source)}); ${stop} return running;`,
      );
      if (ends === 'by stop') expect(ended.end).toBe('stopped');
      expect(ended.outputs).toContain(says);
      const after = await wall.page.evaluate<{ outputs: string }>(
        `await kernel.client.restart(); return runCell('6 * 7');`,
      );
      expect(after.outputs).toContain('42');
    });

    it.each(SPOOFS)('be impersonated by $name', async ({ script }) => {
      const before = await wall.page.evaluate<string>('return JSON.stringify(await snapshotPage());');
      const answers = await wall.page.evaluate<string>(script);
      expect(answers).toBe('');
      expect(await wall.page.evaluate<string>('return JSON.stringify(await snapshotPage());')).toBe(before);
      const after = await wall.page.evaluate<{ outputs: string }>(`return runCell('6 * 7');`);
      expect(after.outputs).toContain('42');
    });
  });

  it('a cell works with danfojs and fits the models that Node fits', async () => {
    const wall = await openWall(engine, inject('appUrl'), server);
    const run = async (source: string) =>
      (await wall.page.evaluate<{ outputs: string }>(`return runCell(${JSON.stringify(source)});`)).outputs;
    const danfojs = await run(USE_DANFOJS);
    const fitted = await run(`${FIT_MODELS}\ndisplay(JSON.stringify(digests));`);
    await wall.close();
    for (const printed of DANFOJS_PRINTS) expect(danfojs).toContain(printed);
    for (const digest of Object.values(await digestsInNode())) expect(fitted).toContain(digest);
  });

  it('the same attempts get through where there is no wall, so that each of them could fail', async () => {
    const tried = ATTEMPTS.filter(
      ({ control, lackedBy = [] }) => control !== null && !lackedBy.includes(engine.name),
    );
    const harmless: string[] = [];
    const control = await openControl(engine, server);
    for (const attempt of tried) {
      if (!gotThrough(await control.attempt(attempt))) harmless.push(attempt.name);
    }
    await control.close();
    expect(harmless).toEqual([]);
  });
});
