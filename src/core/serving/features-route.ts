import type { Answer } from './answer.ts';
import type { ApiDependencies, ApiProcess } from './api-process.ts';
import { isUnknownEntity, reportsByName } from './feature-report.ts';
import { failed } from './predict.ts';
import { readFeatures } from './read-features.ts';

/** Answers GET /features/{entity}: what /predict would read of this entity now, without predicting. */
export async function answerFeatures(
  encodedEntity: string,
  process: ApiProcess,
  dependencies: ApiDependencies,
): Promise<Answer> {
  const { joinKey } = process.options;
  const entity = decode(encodedEntity);
  try {
    const { features } = await readFeatures(entity, process, dependencies);
    const unknown = isUnknownEntity(features);
    return {
      outcome: unknown ? 'unknown-entity' : 'success',
      status: unknown ? 404 : 200,
      body: {
        ...(unknown ? { detail: `no features for ${joinKey}=${entity}` } : {}),
        [joinKey]: entity,
        features: reportsByName(features),
      },
    };
  } catch (error) {
    return failed('store-error', error, process).answer;
  }
}

/** A text that is no URI component stands for itself. */
function decode(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    return component;
  }
}
