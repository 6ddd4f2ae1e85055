import { LabError, quote, suggest } from '../errors.ts';

/** A feature view that was never applied. Feast's name and meaning (stack semantics P23, O6). */
export class FeatureViewNotFoundException extends LabError {
  override readonly name = 'FeatureViewNotFoundException';

  constructor(view: string, known: Iterable<string>) {
    super(`feature view ${quote(view)} does not exist`, suggest(view, known));
  }
}

/** An entity that a feature view names but nobody applied. Feast's name. */
export class EntityNotFoundException extends LabError {
  override readonly name = 'EntityNotFoundException';

  constructor(entity: string, known: Iterable<string>) {
    super(
      `entity ${quote(entity)} does not exist`,
      `apply it together with the feature view; ${suggest(entity, known)}`,
    );
  }
}

/** Two requested features would have the same column name. Feast's name (stack semantics P21). */
export class FeatureNameCollisionError extends LabError {
  override readonly name = 'FeatureNameCollisionError';

  constructor(names: readonly string[], fullFeatureNames: boolean) {
    super(
      `duplicate features named ${[...new Set(names)].join(', ')}`,
      fullFeatureNames
        ? 'ask for each feature once; to join one view twice, give one of them another name with withName()'
        : 'set fullFeatureNames: true, so that every column starts with the name of its view',
    );
  }
}

/** The entity table does not tell which column holds its instants. Feast's name (stack semantics P29). */
export class EntityTimestampInferenceException extends LabError {
  override readonly name = 'EntityTimestampInferenceException';

  constructor(candidates: readonly string[]) {
    super(
      candidates.length === 0
        ? 'the entity table has no timestamp column'
        : `the entity table has several timestamp columns: ${candidates.join(', ')}`,
      "name the column that holds the instant of each row 'event_timestamp'; texts are not taken for timestamps",
    );
  }
}

/** Online rows are asked of a view that has no online table; the name of SQLite's error in Feast (O20). */
export class OperationalError extends LabError {
  override readonly name = 'OperationalError';

  constructor(view: string) {
    super(
      `no such table: feature view ${quote(view)} has no online rows`,
      'set online: true on the view, apply it, and materialize it',
    );
  }
}
