import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDataset, SEED } from '../../datasets/streamflow/generator/build-dataset.ts';
import { populate } from '../../datasets/streamflow/generator/population.ts';
import { digestOf } from '../../src/core/digest.ts';
import type { StringColumn } from '../../src/core/table/column.ts';
import { columnOf } from '../../src/core/table/table.ts';
import { tableDigest } from '../../src/core/table/table-digest.ts';
import { FOLDER, readShipped } from './shipped.ts';

const { manifest, delivered } = await readShipped();

describe('the shipped StreamFlow dataset', () => {
  it('is what its seed gives, byte for byte', () => {
    const generated = buildDataset(SEED);
    const committed = readdirSync(FOLDER).filter(
      (name) => /\.(parquet|json)$/.test(name) && name !== 'tsconfig.json',
    );
    expect(committed.sort()).toEqual([...generated.files.keys()].sort());
    for (const [name, bytes] of generated.files) {
      expect([name, digestOf(readFileSync(new URL(name, FOLDER)))]).toEqual([name, digestOf(bytes)]);
    }
  });

  it('is another population under another seed', () => {
    const ids = new Set(populate(SEED + 1).map(({ customer }) => customer.userId));
    const users = columnOf(delivered.get('users')!, 'user_id') as StringColumn;
    expect(users.dictionary.filter((id) => ids.has(id)).length).toBeLessThan(5);
  });

  it('is described by its manifest to the byte, the row and the column', () => {
    for (const described of manifest.tables) {
      const bytes = readFileSync(new URL(described.file, FOLDER));
      const table = delivered.get(described.name)!;
      expect(digestOf(bytes)).toBe(described.sha256);
      expect(bytes.length).toBe(described.bytes);
      expect(table.nRows).toBe(described.rows);
      expect(tableDigest(table)).toBe(described.tableDigest);
      expect(
        [...table.columns].map(([name, { dtype, nulls }]) => ({ name, dtype, nullable: nulls !== null })),
      ).toEqual(described.columns);
    }
  });

  it('takes no more than 1.5 MB with its manifest and data card', () => {
    const files = [...manifest.tables.map(({ file }) => file), 'manifest.json', 'README.md'];
    const bytes = files.reduce((sum, file) => sum + statSync(new URL(file, FOLDER)).size, 0);
    expect(bytes).toBeLessThanOrEqual(1_500_000);
  });

  it('has a data card with the manifest’s counts', () => {
    const card = readFileSync(new URL('README.md', FOLDER), 'utf8');
    for (const { name, rows, deliveries } of manifest.tables) {
      const { lateRows, correctionRows, tiedRows } = deliveries;
      expect(card).toContain(`| \`${name}\` | ${rows.toLocaleString('en')} |`);
      expect(card).toContain(
        `| \`${name}\` | ${[lateRows, correctionRows, tiedRows].map((count) => count.toLocaleString('en')).join(' | ')} |`,
      );
    }
  });

  it('has the six tables and the columns of the course', () => {
    expect(manifest.tables.map(({ name, columns }) => [name, columns.map((column) => column.name)])).toEqual([
      ['users', around('signup_date', 'user_gender', 'user_is_senior', 'has_family', 'has_dependents')],
      [
        'subscriptions',
        around(
          'months_active',
          'plan_stream_tv',
          'plan_stream_movies',
          'contract_type',
          'paperless_billing',
          'monthly_fee',
          'total_paid',
          'net_service',
        ),
      ],
      [
        'usage_agg_30d',
        around(
          'watch_hours_30d',
          'avg_session_mins_7d',
          'unique_devices_30d',
          'skips_7d',
          'rebuffer_events_7d',
        ),
      ],
      ['payments_agg_90d', around('failed_payments_90d')],
      ['support_agg_90d', around('support_tickets_90d', 'ticket_avg_resolution_hrs_90d')],
      ['labels', around('churn_label')],
    ]);
  });

  it('covers twelve month ends', () => {
    expect(manifest.asOf).toEqual([
      '2023-03-31T00:00:00.000Z',
      '2023-04-30T00:00:00.000Z',
      '2023-05-31T00:00:00.000Z',
      '2023-06-30T00:00:00.000Z',
      '2023-07-31T00:00:00.000Z',
      '2023-08-31T00:00:00.000Z',
      '2023-09-30T00:00:00.000Z',
      '2023-10-31T00:00:00.000Z',
      '2023-11-30T00:00:00.000Z',
      '2023-12-31T00:00:00.000Z',
      '2024-01-31T00:00:00.000Z',
      '2024-02-29T00:00:00.000Z',
    ]);
    for (const table of delivered.values()) {
      const months = new Set(columnOf(table, 'as_of').values);
      expect([...months].sort((a, b) => a - b)).toEqual(manifest.asOf.map((text) => Date.parse(text)));
    }
  });
});

function around(...columns: string[]): string[] {
  return ['user_id', ...columns, 'as_of', 'created_timestamp'];
}
