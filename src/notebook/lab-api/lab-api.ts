import { days, hours } from '../../core/features/durations.ts';
import { Entity } from '../../core/features/entity.ts';
import { FeatureView } from '../../core/features/feature-view.ts';
import { Field } from '../../core/features/field.ts';
import { SnapshotSource } from '../../core/features/snapshot-source.ts';
import type { DatasetFiles } from '../../core/snapshots/dataset-manifest.ts';
import type { Table } from '../../core/table/table.ts';
import { type CheckResult, createCheck } from './check.ts';
import { type ClassifierContext, createClassifiers } from './classifiers.ts';
import { createClock } from './clock.ts';
import type { DanfoLoader } from './danfo.ts';
import { createData } from './data.ts';
import { createFeatureStoreApi } from './feature-store.ts';
import type { LabEngine } from './lab-engine.ts';
import { LabTable } from './lab-table.ts';
import { createMetrics } from './metrics.ts';
import { createMlflow, inferSignatureOf } from './mlflow.ts';
import { createMlflowClient } from './mlflow-client.ts';
import { monitoring } from './monitoring.ts';
import { createFaultsApi, createServing } from './serving.ts';
import { callersOwn, type TaskContext } from './task-context.ts';
import { createSplit } from './train-test-split.ts';
import { createTransformers } from './transformers.ts';

/** What the façade needs besides the engine. */
export interface LabApiContext extends ClassifierContext {
  readonly engine: LabEngine;
  readonly datasets: Readonly<Record<string, DatasetFiles>>;
  readonly danfo: DanfoLoader;
  /** Version of the code, for receipts. */
  readonly codeVersion: string;
  /** Told the result of every check. */
  readonly onCheck?: (result: CheckResult) => void;
  /** The student's answer to a question of reflection. */
  readonly answer?: (id: string) => string | undefined;
  /** What long tasks belong to; their caller alone where it is not given. */
  readonly tasks?: TaskContext;
}

/** Every name that a cell has in scope. */
export type LabApi = ReturnType<typeof createLabApi>;

/** Builds the lab API: Feast's, MLflow's and scikit-learn's names in camelCase over one engine. */
export function createLabApi(context: LabApiContext) {
  const { engine, danfo, warn, entropy, answer, tasks = callersOwn } = context;
  const { tracking, registry } = engine;
  const wrap = (table: Table): LabTable => new LabTable(table, danfo);
  const client = createMlflowClient(tracking.client, registry);
  return {
    clock: createClock(engine.time),
    data: createData({ ...context, tasks }),
    store: createFeatureStoreApi({ ...engine, danfo, tasks }),
    Entity,
    Field,
    SnapshotSource,
    FeatureView,
    days,
    hours,
    ...createSplit({ entropy, wrap }),
    ...createTransformers(wrap, tasks),
    ...createClassifiers({ ...context, tasks }),
    ...createMetrics(warn),
    mlflow: createMlflow({ ...engine, codeVersion: context.codeVersion }),
    /** `new MlflowClient()` as in Python; every client talks to the same lab. */
    MlflowClient: clientClass(client),
    inferSignature: inferSignatureOf,
    ...createServing(engine.api, engine.requestLog),
    monitoring,
    faults: createFaultsApi(engine.faults),
    check: createCheck(context.onCheck),
    answer: (id: string) => answer?.(id),
  };
}

function clientClass<C extends object>(client: C): new () => C {
  class MlflowClient {
    constructor() {
      Object.assign(this, client);
    }
  }
  return MlflowClient as unknown as new () => C;
}
