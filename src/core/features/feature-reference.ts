import { KeyError, quote, suggest, TypeMismatchError, ValueError } from '../errors.ts';
import { FeatureNameCollisionError, FeatureViewNotFoundException } from './errors.ts';
import { FeatureView, type FeatureViewDefinition, featuresOf } from './feature-view.ts';
import type { FieldDefinition } from './field.ts';

/** What may be asked for: `'view:feature'`, or a view for all its features (it may be renamed, P25). */
export type FeatureRequest = string | FeatureView;

/** One feature to read and the name its column gets. */
export interface RequestedFeature {
  readonly field: FieldDefinition;
  readonly column: string;
}

/** The features asked of one view, in the order of the request. */
export interface RequestedView {
  readonly view: FeatureViewDefinition;
  readonly features: readonly RequestedFeature[];
}

/**
 * Resolves references to views by first appearance (stack semantics P19–P21, P23), without reading any data:
 * `ValueError` for none or a malformed one, `FeatureViewNotFoundException`, `KeyError` for an unknown feature,
 * `FeatureNameCollisionError` for two columns of one name.
 */
export function resolveFeatures(
  requests: readonly FeatureRequest[],
  views: ReadonlyMap<string, FeatureViewDefinition>,
  fullFeatureNames: boolean,
): readonly RequestedView[] {
  if (requests !== undefined && !Array.isArray(requests)) {
    throw new TypeMismatchError(`features is ${quote(requests)}`, "give a list: ['view:feature', ...]");
  }
  if (requests === undefined || requests.length === 0) {
    throw new ValueError('no features were asked for', "list at least one reference, such as 'view:feature'");
  }
  const known = withRenamedViews(requests, views);
  const requested = new Map<string, { view: FeatureViewDefinition; features: RequestedFeature[] }>();
  for (const reference of requests.flatMap(referencesOf)) {
    const { view, field } = resolveReference(reference, known);
    const column = columnOfReference(`${view.name}:${field.name}`, fullFeatureNames);
    const entry = requested.get(view.name) ?? { view, features: [] };
    requested.set(view.name, entry);
    entry.features.push({ field, column });
  }
  const resolved = [...requested.values()];
  const columns = resolved.flatMap(({ features }) => features.map(({ column }) => column));
  const repeated = columns.filter((column, i) => columns.indexOf(column) < i);
  if (repeated.length > 0) throw new FeatureNameCollisionError(repeated, fullFeatureNames);
  return resolved;
}

/** View and feature of a reference; a `TypeError` for what is no text, a `ValueError` for one that names no two. */
export function splitReference(reference: unknown): readonly [view: string, feature: string] {
  if (typeof reference !== 'string') throw noReference(reference);
  const [view, feature, ...rest] = reference.split(':');
  if (view && feature && rest.length === 0) return [view, feature];
  throw new ValueError(
    `${quote(reference)} is no feature reference`,
    "write the view's name, a colon and the feature's name: 'view:feature'",
  );
}

/** The column that a feature of `'view:feature'` gets: `feature`, or `view__feature` with full names (P20). */
export function columnOfReference(reference: string, fullFeatureNames: boolean): string {
  return fullFeatureNames ? reference.replace(':', '__') : reference.slice(reference.indexOf(':') + 1);
}

/** The applied views and the renamed ones that the request brings along; those must be views that were applied. */
function withRenamedViews(
  requests: readonly FeatureRequest[],
  views: ReadonlyMap<string, FeatureViewDefinition>,
): ReadonlyMap<string, FeatureViewDefinition> {
  const known = new Map(views);
  for (const request of requests) {
    if (!(request instanceof FeatureView)) continue;
    const asked = request.toDefinition();
    const applied = views.get(asked.aliasOf ?? asked.name);
    if (applied === undefined) {
      throw new FeatureViewNotFoundException(asked.aliasOf ?? asked.name, views.keys());
    }
    const { name, joinKeyMap, aliasOf } = asked;
    known.set(name, { ...applied, name, joinKeyMap, aliasOf });
  }
  return known;
}

function referencesOf(request: FeatureRequest): readonly string[] {
  if (request instanceof FeatureView) return request.features.map((field) => `${request.name}:${field.name}`);
  if (typeof request === 'string') return [request];
  throw noReference(request);
}

function noReference(request: unknown): TypeMismatchError {
  return new TypeMismatchError(
    `${quote(request)} is no feature reference`,
    "give texts such as 'view:feature', or feature views",
  );
}

function resolveReference(
  reference: string,
  views: ReadonlyMap<string, FeatureViewDefinition>,
): { view: FeatureViewDefinition; field: FieldDefinition } {
  const [viewName, featureName] = splitReference(reference);
  const view = views.get(viewName);
  if (view === undefined) throw new FeatureViewNotFoundException(viewName, views.keys());
  const field = featuresOf(view).find(({ name }) => name === featureName);
  if (field === undefined) {
    const names = featuresOf(view).map(({ name }) => name);
    throw new KeyError(
      `feature view ${quote(viewName)} has no feature ${quote(featureName)}`,
      suggest(featureName, names),
    );
  }
  return { view, field };
}
