import { expect, it } from 'vitest';
import { watchServing } from '../../../src/core/engine/watch-serving.ts';
import { openLab, START } from '../serving/lab-bench.ts';

it('tells of every change of the API and the faults, after it was made', async () => {
  const lab = openLab();
  const seen: string[] = [];
  const { api, faults } = watchServing(lab, () => {
    seen.push(`${lab.api.status().state} ${lab.faults.active().length}`);
  });
  await api.start(START);
  faults.inject({ kind: 'api-down' });
  await api.restart();
  faults.clear();
  api.stop();
  expect(seen).toEqual(['running 0', 'running 1', 'running 1', 'running 0', 'stopped 0']);
});

it('tells of a start that fails, and of no fault that was refused', async () => {
  const lab = openLab({ productionVersion: null });
  let nChanges = 0;
  const { api, faults } = watchServing(lab, () => nChanges++);
  await expect(api.start(START)).rejects.toMatchObject({ name: 'MlflowException' });
  expect([nChanges, api.status().state]).toEqual([1, 'failed']);
  expect(() => faults.inject({ kind: 'api-dwn' } as never)).toThrow();
  expect(nChanges).toBe(1);
});
