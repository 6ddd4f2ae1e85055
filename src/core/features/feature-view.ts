import { checkOptions } from '../check-options.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import { ownMember } from '../own-member.ts';
import { Entity, requireName, requireText } from './entity.ts';
import { Field, type FieldDefinition } from './field.ts';
import { SnapshotSource, type SnapshotSourceDefinition } from './snapshot-source.ts';

/** A feature view as it is stored. */
export interface FeatureViewDefinition {
  readonly kind: 'feature-view';
  readonly version: 1;
  readonly name: string;
  /** Names of the entities; none for a view whose rows describe everything at once (stack semantics P17). */
  readonly entities: readonly string[];
  /** Key columns on the view's side, in the order of the entities. */
  readonly joinKeys: readonly string[];
  /** Key column of the view → column of the entity table, where they differ (P25). */
  readonly joinKeyMap: Readonly<Record<string, string>>;
  /** How long a row may be used, in milliseconds; 0 means for ever (P3, P4). */
  readonly ttlMs: number;
  /** All declared columns, join keys among them or not. */
  readonly schema: readonly FieldDefinition[];
  readonly source: SnapshotSourceDefinition;
  /** Whether a materialization without a list of views includes this one (O6). */
  readonly online: boolean;
  readonly description: string;
  /** The applied view that this is another name of (`withName`), null for a view in its own right. */
  readonly aliasOf: string | null;
}

/** Arguments of `FeatureView`. `ttl` is in milliseconds (`days`, `hours`); 0, null or absent means unlimited. */
export interface FeatureViewOptions {
  readonly name: string;
  readonly entities?: readonly Entity[];
  readonly ttl?: number | null;
  readonly schema: readonly FieldDefinition[];
  readonly source: SnapshotSource;
  readonly online?: boolean;
  readonly description?: string;
}

/** A group of features read from one source, joined by the keys of its entities. Feast's `FeatureView`. */
export class FeatureView {
  private readonly definition: FeatureViewDefinition;

  /** Refuses what Feast refuses: a repeated field, entities that share a join key, a mapped source name (P26). */
  constructor(options: FeatureViewOptions | FeatureViewDefinition) {
    this.definition = isDefinition(options) ? options : defineFeatureView(options);
  }

  get name(): string {
    return this.definition.name;
  }

  get entities(): readonly string[] {
    return this.definition.entities;
  }

  get joinKeys(): readonly string[] {
    return this.definition.joinKeys;
  }

  /** In milliseconds; 0 is unlimited. */
  get ttl(): number {
    return this.definition.ttlMs;
  }

  get schema(): readonly FieldDefinition[] {
    return this.definition.schema;
  }

  /** The declared columns that are no join keys. */
  get features(): readonly FieldDefinition[] {
    return featuresOf(this.definition);
  }

  get source(): SnapshotSourceDefinition {
    return this.definition.source;
  }

  get online(): boolean {
    return this.definition.online;
  }

  get description(): string {
    return this.definition.description;
  }

  /** The same view under another name, to join it twice (stack semantics P25). */
  withName(name: string): FeatureView {
    const aliasOf = this.definition.aliasOf ?? this.definition.name;
    return new FeatureView({ ...this.definition, name: requireName(name, 'a feature view'), aliasOf });
  }

  /** The same view joined on other columns of the entity table: key of the view → column of the table (P25). */
  withJoinKeyMap(map: Readonly<Record<string, string>>): FeatureView {
    for (const [key, column] of Object.entries(requireMap(map))) {
      if (typeof column !== 'string') {
        throw new TypeMismatchError(
          `join key ${quote(key)} is mapped to ${quote(column)}`,
          'give the name of a column of the entity table',
        );
      }
      if (!this.definition.joinKeys.includes(key)) {
        throw new ValueError(
          `${quote(key)} is no join key of feature view ${quote(this.name)}`,
          `map the view's own keys (${this.definition.joinKeys.join(', ')}) to columns of the entity table`,
        );
      }
    }
    return new FeatureView({ ...this.definition, joinKeyMap: { ...map } });
  }

  /** The view as a plain value that can be stored. */
  toDefinition(): FeatureViewDefinition {
    return this.definition;
  }
}

/** The declared columns of a view that are no join keys. */
export function featuresOf(view: FeatureViewDefinition): readonly FieldDefinition[] {
  return view.schema.filter((field) => !view.joinKeys.includes(field.name));
}

/** The columns of the entity table that a view's join keys are looked up in, in key order. */
export function entityKeysOf(view: FeatureViewDefinition): readonly string[] {
  const { joinKeys, joinKeyMap } = view;
  return joinKeys.map((key) => ownMember(joinKeyMap, key) ?? key);
}

function requireMap(map: unknown): object {
  if (typeof map === 'object' && map !== null && !Array.isArray(map) && !(map instanceof Map)) return map;
  throw new TypeMismatchError(
    `the join key map is ${quote(map)}`,
    "give an object, key of the view to column of the table: { user_id: 'friend_id' }",
  );
}

function isDefinition(options: FeatureViewOptions | FeatureViewDefinition): options is FeatureViewDefinition {
  return typeof options === 'object' && options !== null && 'kind' in options;
}

function defineFeatureView(options: FeatureViewOptions): FeatureViewDefinition {
  checkOptions('new FeatureView', options, {
    required: ['name', 'schema', 'source'],
    optional: ['entities', 'ttl', 'online', 'description'],
  });
  const { entities = [], ttl = 0, online = true, description = '' } = options;
  const name = requireName(options.name, 'a feature view');
  if (!(options.source instanceof SnapshotSource)) {
    throw new TypeMismatchError(
      `the source of feature view ${quote(name)} is ${quote(options.source)}`,
      'give a new SnapshotSource({ table, timestampField })',
    );
  }
  const definition: FeatureViewDefinition = {
    kind: 'feature-view',
    version: 1,
    name,
    entities: requireList(entities, 'entities', name).map((entity) => requireEntity(entity, name).name),
    joinKeys: entities.flatMap((entity) => entity.joinKeys),
    joinKeyMap: {},
    ttlMs: requireTtl(ttl, name),
    schema: requireList(options.schema, 'schema', name).map((field) => {
      const { name: fieldName, dtype } = new Field(field);
      return { name: fieldName, dtype };
    }),
    source: options.source.toDefinition(),
    online: requireBoolean(online, 'online', name),
    description: requireText(description, `the description of feature view ${quote(name)}`),
    aliasOf: null,
  };
  requireSoundSchema(definition);
  return definition;
}

function requireList<T>(list: readonly T[], option: string, view: string): readonly T[] {
  if (Array.isArray(list)) return list;
  throw new TypeMismatchError(
    `${option} of feature view ${quote(view)} is ${quote(list)}`,
    'give a list, in square brackets',
  );
}

function requireEntity(entity: unknown, view: string): Entity {
  if (entity instanceof Entity) return entity;
  throw new TypeMismatchError(
    `feature view ${quote(view)} lists the entity ${quote(entity)}`,
    'list the Entity objects themselves, not their names',
  );
}

function requireBoolean(value: unknown, option: string, view: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeMismatchError(
    `${option} of feature view ${quote(view)} is ${quote(value)}`,
    'give true or false',
  );
}

function requireTtl(ttl: number | null, view: string): number {
  if (ttl === null) return 0;
  if (typeof ttl === 'number' && ttl >= 0 && Number.isFinite(ttl)) return ttl;
  throw new ValueError(
    `the ttl of feature view ${quote(view)} is ${quote(ttl)}`,
    'give milliseconds, for example days(30); 0 or null for unlimited',
  );
}

function requireSoundSchema(view: FeatureViewDefinition): void {
  const names = view.schema.map((field) => field.name);
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) {
    throw new ValueError(
      `feature view ${quote(view.name)} declares ${quote(repeated)} twice`,
      'give every field its own name',
    );
  }
  if (new Set(view.joinKeys).size < view.joinKeys.length) {
    throw new ValueError(
      `feature view ${quote(view.name)} has entities that share a join key`,
      'entities of one view must be told apart by different columns',
    );
  }
  if (featuresOf(view).length === 0) {
    throw new ValueError(
      `feature view ${quote(view.name)} has no feature`,
      'list its columns in schema: new Field({ name, dtype })',
    );
  }
  for (const name of names) {
    const { fieldMapping } = view.source;
    const target = ownMember(fieldMapping, name);
    if (target !== undefined && target !== name) {
      throw new ValueError(
        `field ${quote(name)} of feature view ${quote(view.name)} is mapped to ${quote(target)} by its source`,
        `call the field ${quote(target)}, or remove the mapping`,
      );
    }
  }
}
