import { expect, it } from 'vitest';
import { parseOrder, parseOrderBy } from '../../../src/core/tracking/order-by.ts';

it.each([
  ['metrics.auc', { entity: 'metrics', key: 'auc', ascending: true }],
  [' metrics.auc  desc ', { entity: 'metrics', key: 'auc', ascending: false }],
  ['start_time ASC', { entity: null, key: 'start_time', ascending: true }],
  ['params.`max depth` DESC', { entity: 'params', key: 'max depth', ascending: false }],
  ['tags."a.b"', { entity: 'tags', key: 'a.b', ascending: true }],
])('reads the clause %j', (clause, parsed) => {
  expect(parseOrderBy(clause)).toEqual(parsed);
});

it.each(['', 'metrics.auc sideways', 'a b c', 'metrics.max depth', 5, null])(
  'refuses the clause %j',
  (clause) => {
    expect(() => parseOrderBy(clause as string)).toThrow(
      expect.objectContaining({ errorCode: 'INVALID_PARAMETER_VALUE' }),
    );
  },
);

it('reads a list of them and refuses a text alone', () => {
  expect(parseOrder(['a', 'b DESC']).map(({ key }) => key)).toEqual(['a', 'b']);
  expect(() => parseOrder('metrics.auc' as never)).toThrow("orderBy is 'metrics.auc'");
});
