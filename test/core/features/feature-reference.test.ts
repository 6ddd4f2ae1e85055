import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveFeatures } from '../../../src/core/features/feature-reference.ts';
import { FeatureView } from '../../../src/core/features/feature-view.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { user } from './usage-join.ts';

function viewOf(name: string, features: readonly string[]): FeatureView {
  return new FeatureView({
    name,
    entities: [user],
    schema: features.map((feature) => ({ name: feature, dtype: 'float64' })),
    source: new SnapshotSource({ table: name, timestampField: 'as_of' }),
  });
}

const usage = viewOf('usage', ['hours', 'skips', 'toString']);
const payments = viewOf('payments', ['failed', 'hours']);
const VIEWS = new Map([usage, payments].map((view) => [view.name, view.toDefinition()]));

const columnsOf = (requests: Parameters<typeof resolveFeatures>[0], fullFeatureNames = false) =>
  resolveFeatures(requests, VIEWS, fullFeatureNames).map(({ view, features }) => [
    view.name,
    features.map(({ column }) => column),
  ]);

describe('feature references', () => {
  it('are grouped by view in the order in which the views first appear', () => {
    expect(columnsOf(['payments:failed', 'usage:skips', 'usage:hours'])).toEqual([
      ['payments', ['failed']],
      ['usage', ['skips', 'hours']],
    ]);
  });

  it('may be a whole view, for all its features in their order', () => {
    expect(columnsOf([usage, 'payments:failed'])).toEqual([
      ['usage', ['hours', 'skips', 'toString']],
      ['payments', ['failed']],
    ]);
  });

  it('may be a view under another name, which its columns carry', () => {
    const friend = usage.withName('friend').withJoinKeyMap({ user_id: 'friend_id' });
    const [first, second] = resolveFeatures(['usage:hours', friend], VIEWS, true);
    expect(second!.features.map(({ column }) => column)).toEqual([
      'friend__hours',
      'friend__skips',
      'friend__toString',
    ]);
    expect([first!.view.joinKeyMap, second!.view.joinKeyMap]).toEqual([{}, { user_id: 'friend_id' }]);
  });

  it('of a renamed view follow what is applied under its first name now', () => {
    const newer = viewOf('usage', ['hours', 'skips', 'toString', 'new']).toDefinition();
    const resolved = resolveFeatures([usage.withName('friend')], new Map([['usage', newer]]), false).at(0);
    expect(resolved?.view.schema).toEqual(newer.schema);
  });

  it('give one column each, however they are mixed', () => {
    const known = [...VIEWS.values()].flatMap((view) =>
      view.schema.map(({ name }) => `${view.name}:${name}`),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(known, { minLength: 1 }), (requests) => {
        const full = columnsOf(requests, true).flatMap(([, columns]) => columns);
        expect(new Set(full)).toEqual(new Set(requests.map((request) => request.replace(':', '__'))));
        expect(full).toHaveLength(requests.length);
        const clash = requests.includes('usage:hours') && requests.includes('payments:hours');
        if (clash) expect(() => columnsOf(requests)).toThrow('duplicate features named hours');
        else expect(columnsOf(requests).flat(2)).toHaveLength(requests.length + columnsOf(requests).length);
      }),
    );
  });

  it.each<[unknown, string, string]>([
    [undefined, 'ValueError', 'no features were asked for'],
    [[], 'ValueError', 'no features were asked for'],
    ['usage:hours', 'TypeError', "features is 'usage:hours'"],
    [[5], 'TypeError', '5 is no feature reference'],
    [['usage'], 'ValueError', "'usage' is no feature reference"],
    [['usage:'], 'ValueError', "'usage:' is no feature reference"],
    [['usage:hours:x'], 'ValueError', "'usage:hours:x' is no feature reference"],
    [['usge:hours'], 'FeatureViewNotFoundException', "feature view 'usge' does not exist"],
    [['toString:hours'], 'FeatureViewNotFoundException', "feature view 'toString' does not exist"],
    [['usage:hors'], 'KeyError', "feature view 'usage' has no feature 'hors'"],
    [['usage:user_id'], 'KeyError', "feature view 'usage' has no feature 'user_id'"],
    [['usage:hours', 'usage:hours'], 'FeatureNameCollisionError', 'duplicate features named hours'],
    [[viewOf('other', ['x'])], 'FeatureViewNotFoundException', "feature view 'other' does not exist"],
  ])('%j are refused', (requests, name, message) => {
    expect(() => columnsOf(requests as never)).toThrow(
      expect.objectContaining({ name, message, hint: expect.stringMatching(/./) }),
    );
  });
});
