import { digestOf } from '../../../src/core/digest.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { writeParquet } from '../../../src/core/table/parquet/write-parquet.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { tableDigest } from '../../../src/core/table/table-digest.ts';
import { MONTH_ENDS } from './calendar.ts';
import { type Deliveries, deliver } from './delivery.ts';
import { Draws } from './draws.ts';
import type { StreamflowManifest, StreamflowTable } from './manifest.ts';
import { populate } from './population.ts';
import { TABLE_RECIPES, type TableRecipe, truthOf } from './tables.ts';

/** The dataset as it is shipped: its tables, and every file by name. */
export interface Dataset {
  readonly manifest: StreamflowManifest;
  readonly tables: ReadonlyMap<string, Table>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The seed of the shipped files. */
export const SEED = 20240131;

// Sorted ids share their beginnings, sums of money their leading bytes: this is what keeps the files small.
const ENCODINGS = { user_id: 'DELTA_BYTE_ARRAY', total_paid: 'BYTE_STREAM_SPLIT' } as const;

/** Generates the whole dataset in memory: the same seed gives the same bytes in every engine. */
export function buildDataset(seed: number): Dataset {
  const lives = populate(seed);
  const tables = new Map<string, Table>();
  const files = new Map<string, Uint8Array>();
  const described = TABLE_RECIPES.map((recipe, position) => {
    const deliveries = deliver(new Draws(seed + 1 + position), truthOf(recipe, lives), recipe.delivery);
    const table = fromRows(deliveries.rows, { dtypes: dtypesOf(recipe) });
    const bytes = new Uint8Array(writeParquet(table, { compression: 'gzip', encodings: ENCODINGS }));
    tables.set(recipe.name, table);
    files.set(`${recipe.name}.parquet`, bytes);
    return describeTable(recipe, { table, bytes, deliveries });
  });
  const manifest: StreamflowManifest = {
    kind: 'dataset-manifest',
    version: 1,
    name: 'streamflow',
    title: 'Customers of a streaming service over twelve month ends',
    licence: 'MIT',
    seed,
    entity: { name: 'user', joinKeys: ['user_id'] },
    asOf: MONTH_ENDS.map((ms) => new Date(ms).toISOString()),
    tables: described,
  };
  files.set('manifest.json', new TextEncoder().encode(toJson(manifest)));
  return { manifest, tables, files };
}

function dtypesOf(recipe: TableRecipe) {
  return {
    user_id: 'string',
    ...recipe.columns,
    as_of: 'timestamp',
    created_timestamp: 'timestamp',
  } as const;
}

function describeTable(
  recipe: TableRecipe,
  { table, bytes, deliveries }: { table: Table; bytes: Uint8Array; deliveries: Deliveries },
): StreamflowTable {
  const { lateRows, correctionRows, tiedRows } = deliveries;
  return {
    name: recipe.name,
    file: `${recipe.name}.parquet`,
    rows: table.nRows,
    bytes: bytes.length,
    sha256: digestOf(bytes),
    tableDigest: tableDigest(table),
    joinKeys: ['user_id'],
    timestampField: 'as_of',
    createdTimestampColumn: 'created_timestamp',
    columns: [...table.columns].map(([name, { dtype, nulls }]) => ({
      name,
      dtype,
      nullable: nulls !== null,
    })),
    deliveries: { lateRows, correctionRows, tiedRows },
  };
}

/** Indented; arrays of one text stay on one line, as the project's formatter wants it. */
function toJson(manifest: StreamflowManifest): string {
  return `${JSON.stringify(manifest, null, 2).replace(/\[\s+("[^"]*")\s+\]/g, '[$1]')}\n`;
}
