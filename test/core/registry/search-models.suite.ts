import { expect, it } from 'vitest';
import { type CreateDatabase, createRegistryWorld } from './world.ts';

export function describeSearchModels(createDatabase: CreateDatabase): void {
  async function twoModels() {
    const { registry, clock } = await createRegistryWorld(createDatabase);
    for (const [name, runId] of [
      ['churn', 'run-1'],
      ['churn', 'run-2'],
      ['Fraud', null],
    ] as const) {
      clock.ms += 1000;
      await registry.createRegisteredModel(name, { tags: { team: name } }).catch(() => undefined);
      await registry.createModelVersion(name, 's3://a', { runId, tags: { of: runId ?? 'none' } });
    }
    return registry;
  }

  it.each([
    ['', ['Fraud 1', 'churn 2', 'churn 1']],
    ["name = 'churn' and version_number > 1", ['churn 2']],
    ["name ILIKE 'fr%'", ['Fraud 1']],
    ["run_id IN ('run-1', 'x')", ['churn 1']],
    ["tags.of LIKE 'run%' AND source_path = 's3://a'", ['churn 2', 'churn 1']],
    ["run_id != 'run-1'", ['churn 2']],
  ])('finds versions by %j, the latest change first', async (filter, expected) => {
    const registry = await twoModels();
    const found = await registry.searchModelVersions(filter);
    expect(found.map(({ name, version }) => `${name} ${version}`)).toEqual(expected);
  });

  it('orders and cuts what it finds', async () => {
    const registry = await twoModels();
    const found = await registry.searchModelVersions('', { orderBy: ['name DESC'], maxResults: 2 });
    expect(found.map(({ name, version }) => `${name} ${version}`)).toEqual(['churn 2', 'churn 1']);
    const models = await registry.searchRegisteredModels('', { orderBy: ['last_updated_timestamp DESC'] });
    expect(models.map(({ name }) => name)).toEqual(['Fraud', 'churn']);
    expect((await registry.searchRegisteredModels("tags.team = 'churn'"))[0]?.latestVersions).toHaveLength(1);
  });

  it('takes null and undefined for what is not given', async () => {
    const registry = await twoModels();
    const options = { maxResults: undefined, orderBy: undefined };
    const all = await registry.searchModelVersions();
    expect(all.length).toBeGreaterThan(1);
    expect(await registry.searchModelVersions(null, options)).toEqual(all);
    expect(await registry.searchRegisteredModels(null, options)).toEqual(
      await registry.searchRegisteredModels(),
    );
  });

  it.each([
    "stage = 'a'",
    'name',
    "name = 'a' OR name = 'b'",
    "version_number LIKE '1'",
    'name > 1',
    "toString = 'a'",
  ])('refuses the filter %s', async (filter) => {
    const registry = await twoModels();
    const refused = { errorCode: 'INVALID_PARAMETER_VALUE', hint: expect.stringMatching(/\w/) };
    await expect(registry.searchModelVersions(filter)).rejects.toMatchObject(refused);
    await expect(registry.searchRegisteredModels(filter)).rejects.toMatchObject(refused);
  });

  it('refuses an order by what cannot be ordered', async () => {
    const registry = await twoModels();
    const refused = { errorCode: 'INVALID_PARAMETER_VALUE' };
    await expect(registry.searchModelVersions('', { orderBy: ['run_id'] })).rejects.toMatchObject(refused);
    await expect(registry.searchModelVersions('', { maxResults: 0 })).rejects.toMatchObject(refused);
  });
}
