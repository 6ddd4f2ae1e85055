import { expect, it } from 'vitest';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { listCustomers, listMonths } from '../../../src/lab/features/list-customers.ts';

it('lists the months that have customers and labels, and the customers of one', async () => {
  const lab = await openHeadlessLab();
  expect(await listMonths(lab)).toEqual({ users: [], labels: [] });
  await lab.api.data.load('streamflow');
  const { users, labels } = await listMonths(lab);
  expect(users).toHaveLength(12);
  expect(labels).toEqual(users);
  const customers = await listCustomers(lab, '2024-01-31');
  expect(new Set(customers).size).toBe(7043);
});
