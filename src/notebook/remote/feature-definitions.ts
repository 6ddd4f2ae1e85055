import * as v from 'valibot';
import { Entity } from '../../core/features/entity.ts';
import type { FeatureObject } from '../../core/features/feature-registry.ts';
import { FeatureView } from '../../core/features/feature-view.ts';
import { Field } from '../../core/features/field.ts';
import { SnapshotSource } from '../../core/features/snapshot-source.ts';
import { recordOf } from '../checking/record-of.ts';

const name = v.string();
const mapping = recordOf(name);

const entity = v.strictObject({
  kind: v.literal('entity'),
  version: v.literal(1),
  name,
  joinKeys: v.array(name),
  description: name,
});

/** A feature view as it crosses the channel. */
export const featureView = v.strictObject({
  kind: v.literal('feature-view'),
  version: v.literal(1),
  name,
  entities: v.array(name),
  joinKeys: v.array(name),
  joinKeyMap: mapping,
  ttlMs: v.number(),
  schema: v.array(v.strictObject({ name, dtype: v.picklist(['int64', 'float64', 'bool', 'string']) })),
  source: v.strictObject({
    name,
    table: name,
    timestampField: name,
    createdTimestampColumn: v.nullable(name),
    fieldMapping: mapping,
  }),
  online: v.boolean(),
  description: name,
  aliasOf: v.nullable(name),
});

/** What `apply` brings. */
export const appliedDefinitions = v.strictObject({ entities: v.array(entity), views: v.array(featureView) });

/** The objects that the definitions came from, made anew: whatever a constructor refuses is refused here too. */
export function toFeatureObjects({
  entities,
  views,
}: v.InferOutput<typeof appliedDefinitions>): FeatureObject[] {
  return [...entities.map((definition) => toEntity(definition)), ...views.map(toFeatureView)];
}

/** The view, through its constructor. */
export function toFeatureView(definition: v.InferOutput<typeof featureView>): FeatureView {
  const { joinKeyMap, ttlMs, schema, source, aliasOf, online, description } = definition;
  const made = new FeatureView({
    name: aliasOf ?? definition.name,
    entities: entitiesOf(definition),
    ttl: ttlMs,
    schema: schema.map((field) => new Field(field)),
    source: new SnapshotSource(source),
    online,
    description,
  });
  const renamed = aliasOf === null ? made : made.withName(definition.name);
  return Object.keys(joinKeyMap).length === 0 ? renamed : renamed.withJoinKeyMap(joinKeyMap);
}

function toEntity({ name: entityName, joinKeys, description }: v.InferOutput<typeof entity>): Entity {
  return new Entity({ name: entityName, joinKeys, description });
}

/** A view keeps its entities' keys in one list; which key is whose makes no difference to it. */
function entitiesOf({ entities, joinKeys }: v.InferOutput<typeof featureView>): Entity[] {
  return entities.map((entityName, i) => {
    const isLast = i === entities.length - 1;
    return new Entity({ name: entityName, joinKeys: isLast ? joinKeys.slice(i) : joinKeys.slice(i, i + 1) });
  });
}
