import { expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { type CreateDatabase, createTrackingWorld } from './world.ts';

export function describeArtifacts(createDatabase: CreateDatabase): void {
  async function startedRun() {
    const { tracking } = await createTrackingWorld(createDatabase);
    const { info } = await tracking.client.createRun({ experimentId: '0' });
    return { client: tracking.client, runId: info.runId };
  }

  it('stores objects, texts and bytes under paths and lists them folder by folder', async () => {
    const { client, runId } = await startedRun();
    await client.logDict(runId, { categorical_cols: ['net'], numeric_cols: [] }, 'feature_schema.json');
    await client.logText(runId, 'é', 'notes/a.txt');
    await client.logBytes(runId, Uint8Array.of(1, 2, 3), 'notes/deep/b.bin');
    expect(await client.listArtifacts(runId)).toEqual([
      { path: 'feature_schema.json', isDir: false, fileSize: 46 },
      { path: 'notes', isDir: true, fileSize: null },
    ]);
    expect(await client.listArtifacts(runId, null)).toEqual(await client.listArtifacts(runId));
    await expect(client.listArtifacts(runId, 5 as never)).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
      message: 'artifact path is 5',
    });
    expect(await client.listArtifacts(runId, 'notes')).toEqual([
      { path: 'notes/a.txt', isDir: false, fileSize: 2 },
      { path: 'notes/deep', isDir: true, fileSize: null },
    ]);
    expect(await client.getArtifact(runId, 'notes/deep/b.bin')).toEqual({
      kind: 'bytes',
      bytes: Uint8Array.of(1, 2, 3),
    });
  });

  it('lists a folder without reading what the files hold, which may be large models', async () => {
    const read: PropertyKey[] = [];
    const { tracking } = await createTrackingWorld(async () => {
      const database = await createDatabase();
      return {
        write: database.write.bind(database),
        read: (collections, run) => {
          read.push(...collections);
          return database.read(collections, run);
        },
      };
    });
    const { info } = await tracking.client.createRun({ experimentId: '0' });
    await tracking.client.logText(info.runId, 'a', 'a.txt');
    expect(await tracking.client.listArtifacts(info.runId)).toHaveLength(1);
    expect(new Set(read)).toEqual(new Set(['runs', 'artifacts']));
  });

  it('replaces a file of the same path', async () => {
    const { client, runId } = await startedRun();
    await client.logDict(runId, { a: 1 }, 'a.json');
    await client.logDict(runId, { a: 2, gone: undefined }, 'a.json');
    expect(await client.getArtifact(runId, 'a.json')).toEqual({ kind: 'json', value: { a: 2 } });
  });

  it('adds the rows of a second table to the first, by column name', async () => {
    const { client, runId } = await startedRun();
    await client.logTable(runId, fromRows([{ id: 1, at: new Date(0) }]), 'table.json');
    await client.logTable(runId, fromRows([{ note: 'x', id: 2 }]), 'table.json');
    expect(await client.getArtifact(runId, 'table.json')).toEqual({
      kind: 'json',
      value: {
        columns: ['id', 'at', 'note'],
        data: [
          [1, '1970-01-01T00:00:00.000Z', null],
          [2, null, 'x'],
        ],
      },
    });
  });

  it.each(['/a.json', '../a.json', 'a//b.json', '', 'a/./b.json'])('refuses the path %j', async (path) => {
    const { client, runId } = await startedRun();
    await expect(client.logDict(runId, {}, path)).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
    });
  });

  it('refuses what JSON cannot hold, and a table whose file is no .json', async () => {
    const { client, runId } = await startedRun();
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const refused = { errorCode: 'INVALID_PARAMETER_VALUE' };
    await expect(client.logDict(runId, loop, 'a.json')).rejects.toMatchObject(refused);
    await expect(client.logDict(runId, undefined, 'a.json')).rejects.toMatchObject(refused);
    await expect(client.logTable(runId, fromRows([]), 'a.csv')).rejects.toMatchObject(refused);
    await expect(client.logText(runId, 5 as unknown as string, 'a.txt')).rejects.toMatchObject(refused);
    await client.logDict(runId, { no: 'table' }, 'dict.json');
    await expect(client.logTable(runId, fromRows([{ a: 1 }]), 'dict.json')).rejects.toMatchObject(refused);
  });

  it('says which artifacts there are where one is missing', async () => {
    const { client, runId } = await startedRun();
    await client.logText(runId, 'a', 'a.txt');
    await expect(client.getArtifact(runId, 'b.txt')).rejects.toMatchObject({
      errorCode: 'RESOURCE_DOES_NOT_EXIST',
      hint: 'it has a.txt',
    });
  });
}
