import { expect, test } from 'vitest';
import { loggedFeatures } from '../../../src/core/serving/logged-features.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { openLab, START } from './lab-bench.ts';

test('the logged predictions make a table of features, refusals left out', async () => {
  const { api, log, predict } = openLab();
  await api.start(START);
  await predict('ada');
  await predict('999999');
  await predict('ada');
  const table = loggedFeatures(await log.list());
  expect(toRows(table)).toEqual(Array(2).fill({ monthly_fee: 70, paperless: true, watch_hours: 12.5 }));
  expect(table.columns.get('monthly_fee')?.dtype).toBe('float64');
});
