import { beforeAll, describe, expect, it } from 'vitest';
import { type HeadlessLab, openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { keepServing, resumeServing } from '../../../src/lab/serving/kept-serving.ts';
import { prepareModel } from '../../../src/lab/serving/prepare-model.ts';
import { PREPARATION, readServing } from '../../../src/lab/serving/read-serving.ts';
import { composeRequest, predictBody, sendRequest } from '../../../src/lab/serving/send-request.ts';
import { explainUri, listModelUris, suggestFeatures } from '../../../src/lab/serving/start-choices.ts';
import { takeStep } from '../../../src/lab/serving/take-step.ts';

const PRODUCTION = 'models:/streamflow_churn/Production';

function keptTexts(): Pick<Storage, 'getItem' | 'setItem'> {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
}

describe('the way from an empty lab to an answer', () => {
  let lab: HeadlessLab;

  beforeAll(async () => {
    lab = await openHeadlessLab();
  });

  it('says what a URI means, or why it means nothing', async () => {
    expect(await listModelUris(lab)).toEqual([PRODUCTION]);
    const { version, error } = await explainUri(lab, PRODUCTION);
    expect(version).toBeNull();
    expect(error?.message).toContain('streamflow_churn');
  });

  it('takes each step in order, and each shows as done', async () => {
    for (const step of PREPARATION) {
      expect((await readServing(lab)).done[step], step).toBe(false);
      await takeStep(lab, step);
      expect((await readServing(lab)).done[step], step).toBe(true);
    }
  });

  it('asks the API and gets the log’s entry with the answer', async () => {
    const request = composeRequest('predict', { user: '', body: predictBody('user_id', '1001-JXQKG') });
    const { response, logged } = await sendRequest(lab, request);
    expect(response.status).toBe(200);
    expect(logged).toMatchObject({
      sequence: 1,
      entity: '1001-JXQKG',
      outcome: 'success',
      modelVersion: '1',
    });
    const health = await sendRequest(lab, composeRequest('health', { user: '', body: '' }));
    expect(health.logged).toBeNull();
    const read = composeRequest('features', { user: 'no one/at all', body: '' });
    expect(read.path).toBe('/features/no%20one%2Fat%20all');
    expect((await sendRequest(lab, read)).response.status).toBe(404);
  });

  it('serves the old version after another was promoted, until it is restarted', async () => {
    expect(await prepareModel(lab)).toBe(2);
    const { status } = await readServing(lab);
    expect([status.model?.version, status.current?.version, status.isBehind]).toEqual(['1', '2', true]);
    await lab.engine.api.restart();
    expect((await readServing(lab)).status).toMatchObject({ model: { version: '2' }, isBehind: false });
  });

  it('offers the features that the model was trained on', async () => {
    const { views } = await readServing(lab);
    const { version, inputs } = await explainUri(lab, PRODUCTION);
    expect(version).toEqual({ name: 'streamflow_churn', version: 2, currentStage: 'Production' });
    expect(inputs).toHaveLength(14);
    expect(suggestFeatures(views, inputs)).toHaveLength(14);
    expect(suggestFeatures(views, ['skips_7d'])).toEqual(['usage_agg_30d_fv:skips_7d']);
    expect(await listModelUris(lab)).toEqual([
      PRODUCTION,
      'models:/streamflow_churn/Staging',
      'models:/streamflow_churn/latest',
      'models:/streamflow_churn/2',
      'models:/streamflow_churn/1',
    ]);
  });

  it('is resumed after a reload with its settings and faults, once', async () => {
    const texts = keptTexts();
    lab.engine.faults.inject({ kind: 'slow-store', ms: 1 });
    keepServing(lab, texts);
    lab.engine.api.stop();
    lab.engine.faults.clear();
    expect(await resumeServing(lab, texts)).toBe(true);
    expect(lab.engine.api.status()).toMatchObject({ state: 'running', options: { modelUri: PRODUCTION } });
    expect(lab.engine.faults.active()).toEqual([{ kind: 'slow-store', ms: 1 }]);
    lab.engine.api.stop();
    await resumeServing(lab, texts);
    expect(lab.engine.api.status().state).toBe('stopped');
  });

  it('is left alone where what is kept cannot be read', async () => {
    const fresh = await openHeadlessLab();
    const isResumed = await resumeServing(fresh, { getItem: () => '{', setItem: () => undefined });
    expect(isResumed).toBe(false);
    const other = await openHeadlessLab();
    const faults = [{ kind: 'of-another-version' }, { kind: 'api-down' }];
    await resumeServing(other, { ...keptTexts(), getItem: () => JSON.stringify({ faults }) });
    expect(other.engine.faults.active()).toEqual([{ kind: 'api-down' }]);
    expect(fresh.engine.api.status().state).toBe('stopped');
  });
});
