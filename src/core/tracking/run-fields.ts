import { quote } from '../errors.ts';
import { ownMember } from '../own-member.ts';
import type { RunRecord } from './collections.ts';
import { invalidParameter } from './mlflow-exception.ts';
import { artifactUriOf } from './run.ts';

/** A field of a run that can be filtered and ordered by. */
export interface Field {
  readonly entity: Entity;
  readonly key: string;
}

type Entity = 'metric' | 'parameter' | 'tag' | 'attribute';

const ENTITIES: Readonly<Record<string, Entity>> = {
  metric: 'metric',
  metrics: 'metric',
  parameter: 'parameter',
  parameters: 'parameter',
  param: 'parameter',
  params: 'parameter',
  tag: 'tag',
  tags: 'tag',
  attribute: 'attribute',
  attributes: 'attribute',
  attr: 'attribute',
  run: 'attribute',
};

const ALIASES: Readonly<Record<string, string>> = {
  created: 'start_time',
  Created: 'start_time',
  'run name': 'run_name',
  'Run name': 'run_name',
  'Run Name': 'run_name',
};

const ATTRIBUTES: Readonly<Record<string, (run: RunRecord) => string | number | null>> = {
  run_id: (run) => run.runId,
  run_name: (run) => run.runName,
  user_id: (run) => run.userId,
  status: (run) => run.status,
  start_time: (run) => run.startTime,
  end_time: (run) => run.endTime,
  artifact_uri: (run) => artifactUriOf(run),
};

/** Whether the field holds numbers: metrics and times. */
export function isNumberField({ entity, key }: Field): boolean {
  return entity === 'metric' || (entity === 'attribute' && (key === 'start_time' || key === 'end_time'));
}

/** The field that a filter or order names, by any of MLflow's spellings. */
export function toField(entityName: string, keyName: string): Field {
  const entity = ownMember(ENTITIES, entityName);
  if (entity === undefined) {
    throw invalidParameter(
      `invalid entity type ${quote(entityName)}`,
      'use metrics, params, tags or attributes, e.g. metrics.auc',
    );
  }
  if (entity !== 'attribute') return { entity, key: keyName };
  const key = ownMember(ALIASES, keyName) ?? keyName;
  if (!Object.hasOwn(ATTRIBUTES, key)) {
    throw invalidParameter(
      `invalid attribute key ${quote(keyName)}`,
      `attributes are ${Object.keys(ATTRIBUTES).join(', ')}; metrics, params and tags need their prefix`,
    );
  }
  return { entity, key };
}

/** The field's value as the SQL store compares it: a NaN metric is 0. */
export function fieldOf(run: RunRecord, { entity, key }: Field): string | number | null | undefined {
  if (entity === 'metric') return run.metrics.get(key)?.value;
  if (entity === 'parameter') return run.params.get(key);
  if (entity === 'tag') return run.tags.get(key);
  return ATTRIBUTES[key]?.(run);
}
