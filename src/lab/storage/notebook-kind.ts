import * as v from 'valibot';
import { type NotebookCollections, notebookKeyPaths } from '../../notebook/document/collections.ts';
import { outputSchema } from '../../notebook/document/output-schema.ts';
import type { DatabaseKind } from '../../storage/backup/database-kind.ts';
import { notebookUpgrades } from '../notebook/open-notebooks.ts';

const version1 = v.literal(1);
const names = v.array(v.string());
const instantOrNull = v.nullable(v.number());

/** The databases of notebooks: the student's own, and each lesson's. */
export const notebookKind: DatabaseKind<NotebookCollections> = {
  keyPaths: notebookKeyPaths,
  upgrades: notebookUpgrades,
  schemas: {
    notebooks: v.looseObject({
      kind: v.literal('notebook'),
      version: version1,
      notebookId: v.string(),
      title: v.string(),
      cellIds: names,
      createdAt: v.number(),
      changedAt: v.number(),
      deletedAt: instantOrNull,
    }),
    cells: v.looseObject({
      kind: v.literal('cell'),
      version: version1,
      notebookId: v.string(),
      cellId: v.string(),
      cellKind: v.picklist(['code', 'markdown']),
      source: v.string(),
      changedAt: v.number(),
      deletedAt: instantOrNull,
    }),
    cellRuns: v.looseObject({
      kind: v.literal('cell-run'),
      version: version1,
      notebookId: v.string(),
      cellId: v.string(),
      outputs: v.array(outputSchema),
      lastRun: v.nullable(
        v.looseObject({
          number: v.number(),
          end: v.picklist(['ok', 'error', 'stopped']),
          startedAt: v.number(),
          durationMs: v.number(),
          source: v.string(),
          reads: names,
          writes: names,
        }),
      ),
    }),
    cellVersions: v.looseObject({
      kind: v.literal('cell-version'),
      version: version1,
      notebookId: v.string(),
      cellId: v.string(),
      number: v.number(),
      source: v.string(),
      keptAt: v.number(),
    }),
  },
};
