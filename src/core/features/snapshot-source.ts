import { checkOptions } from '../check-options.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import { requireName } from './entity.ts';

/** Where a feature view's rows come from, as it is stored. */
export interface SnapshotSourceDefinition {
  readonly name: string;
  readonly table: string;
  readonly timestampField: string;
  readonly createdTimestampColumn: string | null;
  /** Column of the table → name in the feature view (stack semantics P26). */
  readonly fieldMapping: Readonly<Record<string, string>>;
}

/** Arguments of `SnapshotSource`; `name` defaults to the table's. */
export interface SnapshotSourceOptions {
  readonly name?: string;
  readonly table: string;
  readonly timestampField: string;
  readonly createdTimestampColumn?: string | null;
  readonly fieldMapping?: Readonly<Record<string, string>>;
}

/**
 * A table's snapshots as the source of a feature view: `timestampField` says when a row's values were true,
 * `createdTimestampColumn` when the row landed. The lab's counterpart of Feast's `FileSource`.
 */
export class SnapshotSource implements SnapshotSourceDefinition {
  readonly name: string;
  readonly table: string;
  readonly timestampField: string;
  readonly createdTimestampColumn: string | null;
  readonly fieldMapping: Readonly<Record<string, string>>;

  constructor(options: SnapshotSourceOptions) {
    checkOptions('new SnapshotSource', options, {
      required: ['table', 'timestampField'],
      optional: ['name', 'createdTimestampColumn', 'fieldMapping'],
    });
    this.table = requireName(options.table, "a source's table");
    this.name = requireName(options.name ?? options.table, 'a source');
    this.timestampField = requireName(options.timestampField, 'the timestamp field of a source');
    const created = options.createdTimestampColumn || null;
    this.createdTimestampColumn =
      created === null ? null : requireName(created, 'the created timestamp column of a source');
    this.fieldMapping = { ...requireMapping(options.fieldMapping ?? {}, this.name) };
    const targets = Object.values(this.fieldMapping);
    const repeated = targets.find((target, i) => targets.indexOf(target) < i);
    if (repeated !== undefined) {
      throw new ValueError(
        `source ${quote(this.name)} maps two columns to ${quote(repeated)}`,
        'map each column to a name of its own',
      );
    }
  }

  toDefinition(): SnapshotSourceDefinition {
    const { name, table, timestampField, createdTimestampColumn, fieldMapping } = this;
    return { name, table, timestampField, createdTimestampColumn, fieldMapping };
  }
}

function requireMapping(mapping: unknown, source: string): Readonly<Record<string, string>> {
  const isMapping = typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping);
  const names = isMapping && !(mapping instanceof Map) ? Object.values(mapping) : [null];
  if (names.every((name) => typeof name === 'string')) return mapping as Readonly<Record<string, string>>;
  throw new TypeMismatchError(
    `the field mapping of source ${quote(source)} is ${quote(mapping)}`,
    "give an object, column of the table to name of the field: { hrs: 'watch_hours' }",
  );
}
