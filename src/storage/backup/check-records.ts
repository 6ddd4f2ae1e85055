import * as v from 'valibot';
import type { Collections } from '../../core/database.ts';
import { quote } from '../../core/errors.ts';
import { BackupError } from './backup-error.ts';
import { createBreather } from './breather.ts';
import type { DatabaseCopy } from './database-copy.ts';

/** Per collection, what its records may be. */
export type RecordSchemas<C extends Collections> = { readonly [N in keyof C]: v.GenericSchema };

/**
 * Checks a copy of the present schema, collection by collection and record by record. A `BackupError` names the first
 * record that the lab would not have stored.
 */
export async function checkRecords<C extends Collections>(
  copy: DatabaseCopy,
  schemas: RecordSchemas<C>,
): Promise<void> {
  const breathe = createBreather();
  for (const { name, records } of copy.collections) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (schema === undefined)
      throw new BackupError('not-acceptable', `no database of the lab has a collection ${quote(name)}`);
    for (const record of records) {
      await breathe();
      const { success, issues } = v.safeParse(schema, record, { abortEarly: true });
      if (success) continue;
      const at = v.getDotPath(issues[0]);
      throw new BackupError(
        'not-acceptable',
        `a record of ${quote(name)} is not as the lab stores it${at === null ? '' : `, at ${quote(at)}`}: ${issues[0].message}`,
      );
    }
  }
}
