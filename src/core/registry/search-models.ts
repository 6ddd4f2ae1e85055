import { compareCodePoints } from '../compare-code-points.ts';
import { quote } from '../errors.ts';
import { ownMember } from '../own-member.ts';
import { compareValues } from '../tracking/compare-values.ts';
import { type Comparison, parseFilter } from '../tracking/filter-grammar.ts';
import { invalidParameter } from '../tracking/mlflow-exception.ts';
import { parseOrder } from '../tracking/order-by.ts';
import type { ModelVersionRecord, RegisteredModelRecord } from './collections.ts';
import type { RegistryContext } from './context.ts';
import { type ModelVersion, type RegisteredModel, toModelVersion, toRegisteredModel } from './entities.ts';

/** How to order and cut a search. */
export interface SearchModelsOptions {
  /** e.g. ['version_number DESC']. */
  readonly orderBy?: readonly string[] | undefined;
  readonly maxResults?: number | undefined;
}

type Attributes<R> = Readonly<Record<string, (record: R) => string | number | null>>;

/** What a kind of record can be searched and ordered by. */
interface Searchable<R> {
  readonly attributes: Attributes<R>;
  readonly orders: Attributes<R>;
  /** Clauses that follow the caller's, so that the order is complete. */
  readonly lastOrders: readonly string[];
}

type Tagged = { readonly tags: ReadonlyMap<string, string> };

const MODELS: Searchable<RegisteredModelRecord> = {
  attributes: { name: (model) => model.name },
  orders: {
    name: (model) => model.name,
    timestamp: (model) => model.lastUpdatedTimestamp,
    last_updated_timestamp: (model) => model.lastUpdatedTimestamp,
  },
  lastOrders: ['name'],
};

const VERSIONS: Searchable<ModelVersionRecord> = {
  attributes: {
    name: (version) => version.name,
    version_number: (version) => version.modelVersion,
    run_id: (version) => version.runId,
    source_path: (version) => version.source,
  },
  orders: {
    name: (version) => version.name,
    version_number: (version) => version.modelVersion,
    creation_timestamp: (version) => version.creationTimestamp,
    last_updated_timestamp: (version) => version.lastUpdatedTimestamp,
  },
  lastOrders: ['name', 'version_number DESC'],
};

/** Searching models and versions with MLflow's filter language. O(stored records). */
export function modelSearchOperations({ database }: RegistryContext) {
  return {
    /** Filters by name and tags, e.g. "name LIKE 'churn%' AND tags.team = 'a'"; by name where no order is given. */
    async searchRegisteredModels(
      filterString: string | null = '',
      options: SearchModelsOptions = {},
    ): Promise<RegisteredModel[]> {
      const search = toSearch(MODELS, filterString, { ...options, maxResults: options.maxResults ?? 100 });
      return database.read(['registeredModels', 'modelVersions'], async (transaction) => {
        const found = search(await transaction.getAll('registeredModels'));
        const versions = await transaction.getAll('modelVersions');
        return found.map((model) =>
          toRegisteredModel(
            model,
            versions.filter((version) => version.name === model.name),
          ),
        );
      });
    },

    /** Filters by name, version_number, run_id, source_path and tags; the latest change first by default. */
    async searchModelVersions(
      filterString: string | null = '',
      options: SearchModelsOptions = {},
    ): Promise<ModelVersion[]> {
      const orderBy = options.orderBy?.length ? options.orderBy : ['last_updated_timestamp DESC'];
      const maxResults = options.maxResults ?? 10_000;
      const search = toSearch(VERSIONS, filterString, { maxResults, orderBy });
      return database.read(['registeredModels', 'modelVersions'], async (transaction) => {
        const found = search(await transaction.getAll('modelVersions'));
        const models = new Map(
          (await transaction.getAll('registeredModels')).map((model) => [model.name, model]),
        );
        return found.map((version) => toModelVersion(models.get(version.name)!, version));
      });
    },
  };
}

function toSearch<R extends Tagged>(
  searchable: Searchable<R>,
  filter: string | null,
  { orderBy, maxResults }: SearchModelsOptions & { readonly maxResults: number },
): (records: readonly R[]) => R[] {
  if (!Number.isInteger(maxResults) || maxResults < 1) {
    throw invalidParameter(`invalid maxResults: ${quote(maxResults)}`, 'give a whole number from 1 on');
  }
  const predicates = parseFilter(filter ?? '').map((comparison) => toPredicate(searchable, comparison));
  const order = toOrder(searchable, orderBy ?? []);
  return (records) =>
    records
      .filter((record) => predicates.every((matches) => matches(record)))
      .sort(order)
      .slice(0, maxResults);
}

function toPredicate<R extends Tagged>(
  { attributes }: Searchable<R>,
  { entity, key, comparator, value }: Comparison,
): (record: R) => boolean {
  const read = entity === 'tag' || entity === 'tags' ? (record: R) => record.tags.get(key) : attribute();
  const isNumber = key === 'version_number' && !entity?.startsWith('tag');
  const allowed = isNumber ? ['=', '!=', '>', '>=', '<', '<='] : ['=', '!=', 'LIKE', 'ILIKE'];
  const takesList = key === 'run_id' && !entity?.startsWith('tag');
  if (!allowed.includes(comparator) && !(takesList && comparator === 'IN')) {
    throw invalidParameter(
      `comparator ${quote(comparator)} does not work for ${quote(key)}`,
      `use one of ${allowed.join(' ')}`,
    );
  }
  if (!isNumber && value.kind === 'number') {
    throw invalidParameter(
      `${quote(key)} is compared with ${quote(value.value)}`,
      'give a text in single quotes',
    );
  }
  // A version number may stand in quotes, as the SQL store takes it.
  const right = isNumber ? Number(value.value) : value.value;
  return (record) => {
    const left = read(record);
    return left !== null && left !== undefined && compareValues(left, comparator, right);
  };

  function attribute(): (record: R) => string | number | null {
    const found = entity === null || entity === 'attribute' ? own(attributes, key) : undefined;
    if (found !== undefined) return found;
    throw invalidParameter(
      `cannot filter by ${quote(entity === null ? key : `${entity}.${key}`)}`,
      `use ${Object.keys(attributes).join(', ')} or tags.KEY`,
    );
  }
}

function toOrder<R>(
  { orders, lastOrders }: Searchable<R>,
  orderBy: readonly string[],
): (a: R, b: R) => number {
  const clauses = [...parseOrder(orderBy), ...parseOrder(lastOrders)].map(({ entity, key, ascending }) => {
    const read = entity === null || entity === 'attribute' ? own(orders, key) : undefined;
    if (read === undefined) {
      throw invalidParameter(
        `invalid order by key ${quote(key)}`,
        `valid keys are ${Object.keys(orders).join(', ')}`,
      );
    }
    return { read, sign: ascending ? 1 : -1 };
  });
  return (a, b) => {
    for (const { read, sign } of clauses) {
      const order = sign * compareAttributes(read(a), read(b));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareAttributes(a: string | number | null, b: string | number | null): number {
  return typeof a === 'string' && typeof b === 'string' ? compareCodePoints(a, b) : Number(a) - Number(b);
}

function own<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return ownMember(values, key);
}
