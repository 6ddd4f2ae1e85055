import { aliasOperations } from './aliases.ts';
import type { ModelsContext } from './context.ts';
import { loadModelOperations } from './load-model.ts';
import { logModelOperations } from './log-model.ts';
import { modelVersionOperations } from './model-versions.ts';
import { registeredModelOperations } from './registered-models.ts';
import { modelSearchOperations } from './search-models.ts';
import { stageHistoryOperations } from './stage-history.ts';
import { tagOperations } from './tags.ts';
import { transitionOperations } from './transition.ts';

/** The registry half of `MlflowClient`, with logging and loading models by URI and the stage history. */
export type Registry = ReturnType<typeof createRegistry>;

/** Binds the operations on registered models to a database that tracking shares, a clock, ids and a user. */
export function createRegistry(context: ModelsContext) {
  return {
    ...registeredModelOperations(context),
    ...modelVersionOperations(context),
    ...transitionOperations(context),
    ...stageHistoryOperations(context),
    ...aliasOperations(context),
    ...tagOperations(context),
    ...modelSearchOperations(context),
    ...logModelOperations(context),
    ...loadModelOperations(context),
  };
}
