import { checkOptions } from '../check-options.ts';
import { quote, suggest, TypeMismatchError, ValueError } from '../errors.ts';
import { splitReference } from '../features/feature-reference.ts';

/** What to do where a feature has no value; 'course' answers as the course's own API does (S2). */
export type OnMissing = 'reject' | 'impute' | 'course';

/** What to do with a value that is too old. */
export type OnStale = 'reject' | 'warn' | 'serve';

/** How an API is started. */
export interface StartOptions {
  /** `models:/NAME/STAGE` and its like; resolved once, at start (R17). */
  readonly modelUri: string;
  /** References such as `'usage_agg_30d_fv:watch_hours_30d'`, in the order the model gets them. */
  readonly features: readonly string[];
  /** 'reject' by default. */
  readonly onMissing?: OnMissing;
  /** 'warn' by default. */
  readonly onStale?: OnStale;
  /** Age in milliseconds above which a value is stale; null, the default, for never. */
  readonly staleAfter?: number | null;
  /** Whether the online store marks values older than their view's ttl (O17); false by default. */
  readonly strictTtl?: boolean;
  /** Whether the model's columns are named `view__feature`; false by default. */
  readonly fullFeatureNames?: boolean;
  /** The member of the request that names the entity; 'user_id' by default. */
  readonly joinKey?: string;
}

/** Start options with every default filled in. */
export type ServingOptions = Required<StartOptions>;

const ON_MISSING: readonly OnMissing[] = ['reject', 'impute', 'course'];
const ON_STALE: readonly OnStale[] = ['reject', 'warn', 'serve'];

/** Fills in the defaults; a `TypeError` names an option that there is not, a `ValueError` one that is not acceptable. */
export function resolveServingOptions(options: StartOptions): ServingOptions {
  checkOptions('api.start', options, {
    required: ['modelUri'],
    optional: ['features', 'onMissing', 'onStale', 'staleAfter', 'strictTtl', 'fullFeatureNames', 'joinKey'],
  });
  if (options.features !== undefined && !Array.isArray(options.features)) {
    throw new TypeMismatchError(
      `features is ${quote(options.features)}`,
      "give a list: ['view:feature', ...]",
    );
  }
  const resolved: ServingOptions = {
    modelUri: options.modelUri,
    features: [...(options.features ?? [])],
    onMissing: options.onMissing ?? 'reject',
    onStale: options.onStale ?? 'warn',
    staleAfter: options.staleAfter ?? null,
    strictTtl: options.strictTtl ?? false,
    fullFeatureNames: options.fullFeatureNames ?? false,
    joinKey: options.joinKey ?? 'user_id',
  };
  if (typeof resolved.modelUri !== 'string' || resolved.modelUri === '') {
    throw new ValueError(
      `modelUri is ${quote(resolved.modelUri)}`,
      "give one such as 'models:/NAME/Production'",
    );
  }
  if (resolved.features.length === 0) {
    throw new ValueError(
      'no features to serve',
      "list them as 'view:feature', as the model was trained on them",
    );
  }
  for (const reference of resolved.features) splitReference(reference);
  if (typeof resolved.joinKey !== 'string' || resolved.joinKey === '') {
    throw new TypeMismatchError(
      `joinKey is ${quote(resolved.joinKey)}`,
      "give the name of the request's member, such as 'user_id'",
    );
  }
  checkChoice('onMissing', resolved.onMissing, ON_MISSING);
  checkChoice('onStale', resolved.onStale, ON_STALE);
  if (
    resolved.staleAfter !== null &&
    !(typeof resolved.staleAfter === 'number' && resolved.staleAfter >= 0)
  ) {
    throw new ValueError(
      `staleAfter is ${quote(resolved.staleAfter)}`,
      'give milliseconds, as days(n) and hours(n) do, or null for never',
    );
  }
  return resolved;
}

function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw new ValueError(`${option} is ${quote(value)}`, suggest(value, choices));
}
