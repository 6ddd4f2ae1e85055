import type { ReadTransaction, WriteTransaction } from '../database.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import type { FeatureCollections, FeatureViewRecord } from './collections.ts';
import { Entity, type EntityDefinition } from './entity.ts';
import { EntityNotFoundException } from './errors.ts';
import { FeatureView, type FeatureViewDefinition } from './feature-view.ts';
import { SnapshotSource } from './snapshot-source.ts';

/** What `apply` takes. Sources come with their views; listing them too is allowed, as in Feast. */
export type FeatureObject = Entity | FeatureView | SnapshotSource;

/** What one `apply` brings, checked as far as it can be without the store. */
export interface AppliedDefinitions {
  readonly entities: readonly EntityDefinition[];
  readonly views: readonly FeatureViewDefinition[];
}

/** Sorts the objects of one `apply`; `ValueError` where two views' names differ at most in case (P28). */
export function collectDefinitions(objects: readonly FeatureObject[]): AppliedDefinitions {
  const entities: EntityDefinition[] = [];
  const views: FeatureViewDefinition[] = [];
  for (const object of objects) {
    if (object instanceof Entity) entities.push(object.toDefinition());
    else if (object instanceof FeatureView) views.push({ ...object.toDefinition(), aliasOf: null });
    else if (!(object instanceof SnapshotSource)) {
      throw new TypeMismatchError(
        `${quote(object)} cannot be applied`,
        'give Entity, FeatureView and SnapshotSource objects',
      );
    }
  }
  refuseRepeated(views, 'feature views');
  refuseRepeated(entities, 'entities');
  return { entities, views };
}

/** Stores definitions; a view that was there keeps its intervals and online rows (O12), unless its keys changed. */
export async function storeDefinitions(
  transaction: WriteTransaction<FeatureCollections, keyof FeatureCollections>,
  { entities, views }: AppliedDefinitions,
): Promise<void> {
  for (const entity of entities) await transaction.put('entities', entity);
  const known = (await transaction.getAll('entities')).map(({ name }) => name);
  for (const view of views) {
    const missing = view.entities.find((entity) => !known.includes(entity));
    if (missing !== undefined) throw new EntityNotFoundException(missing, known);
    const before = await transaction.get('featureViews', view.name);
    const keepsKeys = before !== undefined && hasSameKeys(before.definition, view);
    if (before !== undefined && !keepsKeys) await transaction.delete('onlineTables', view.name);
    await transaction.put('featureViews', {
      name: view.name,
      definition: view,
      intervals: before?.intervals ?? [],
      onlineRevision: (before?.onlineRevision ?? 0) + (keepsKeys ? 0 : 1),
    });
  }
}

/** All applied views by name. */
export async function readViews(
  transaction: ReadTransaction<FeatureCollections, 'featureViews'>,
): Promise<ReadonlyMap<string, FeatureViewRecord>> {
  const records = await transaction.getAll('featureViews');
  return new Map(records.map((record) => [record.name, record]));
}

function refuseRepeated(definitions: readonly { readonly name: string }[], what: string): void {
  const names = definitions.map(({ name }) => name);
  const repeated = names.find((name, i) => names.findIndex((other) => isSameName(other, name)) < i);
  if (repeated === undefined) return;
  throw new ValueError(
    `two ${what} are named ${quote(repeated)}, apart from upper and lower case`,
    'give each a name of its own; names that differ in case only count as one',
  );
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function hasSameKeys(a: FeatureViewDefinition, b: FeatureViewDefinition): boolean {
  const typeOf = (view: FeatureViewDefinition, key: string): string =>
    view.schema.find(({ name }) => name === key)?.dtype ?? '';
  return (
    a.joinKeys.length === b.joinKeys.length &&
    a.joinKeys.every((key, i) => key === b.joinKeys[i] && typeOf(a, key) === typeOf(b, key))
  );
}
