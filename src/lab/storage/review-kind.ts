import * as v from 'valibot';
import type { DatabaseKind } from '../../storage/backup/database-kind.ts';
import { reviewUpgrades } from '../review/open-review.ts';
import { type ReviewCollections, reviewKeyPaths } from '../review/review-collections.ts';

const version1 = v.literal(1);

/** The database of what a teacher reviews. Its files are read anew, with all checks, whenever they are shown. */
export const reviewKind: DatabaseKind<ReviewCollections> = {
  keyPaths: reviewKeyPaths,
  upgrades: reviewUpgrades,
  schemas: {
    handIns: v.looseObject({
      kind: v.literal('hand-in'),
      version: version1,
      digest: v.string(),
      fileName: v.string(),
      addedAt: v.number(),
      bytes: v.instance(Uint8Array),
      problem: v.nullable(v.looseObject({ code: v.string(), message: v.string(), hint: v.string() })),
    }),
    marks: v.looseObject({
      kind: v.literal('mark'),
      version: version1,
      digest: v.string(),
      lessonId: v.string(),
      taskKey: v.string(),
      points: v.nullable(v.number()),
      remark: v.string(),
      changedAt: v.number(),
    }),
    replays: v.looseObject({
      kind: v.literal('replay'),
      version: version1,
      digest: v.string(),
      appVersion: v.string(),
      replayedAt: v.number(),
      lessons: v.array(
        v.looseObject({
          lessonId: v.string(),
          problem: v.nullable(v.string()),
          steps: v.array(
            v.looseObject({
              stepId: v.string(),
              problem: v.nullable(v.string()),
              runs: v.array(
                v.looseObject({
                  runId: v.string(),
                  runName: v.string(),
                  outcome: v.picklist(['equal', 'different', 'missing']),
                  differences: v.array(v.string()),
                }),
              ),
              checks: v.array(
                v.looseObject({ taskId: v.string(), isPassedInReport: v.boolean(), passes: v.boolean() }),
              ),
            }),
          ),
        }),
      ),
    }),
  },
};
