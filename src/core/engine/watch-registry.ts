import type { Registry } from '../registry/registry.ts';

/** What can change the version that a model URI means. */
const CHANGES = [
  'createModelVersion',
  'deleteModelVersion',
  'transitionModelVersionStage',
  'setRegisteredModelAlias',
  'deleteRegisteredModelAlias',
  'renameRegisteredModel',
  'deleteRegisteredModel',
  'logModel',
  'registerModel',
] as const satisfies readonly (keyof Registry)[];

/**
 * The registry, which lets `onChange` end after every change that went well and before its caller goes on. Where it fails
 * the change stands all the same, and so does the call.
 */
export function watchRegistry(registry: Registry, onChange: () => Promise<unknown>): Registry {
  const watched = CHANGES.map((name) => {
    const change = registry[name] as (...args: unknown[]) => Promise<unknown>;
    const watchedChange = async (...args: unknown[]): Promise<unknown> => {
      const result = await change(...args);
      await onChange().catch(() => undefined);
      return result;
    };
    return [name, watchedChange] as const;
  });
  return { ...registry, ...(Object.fromEntries(watched) as Pick<Registry, (typeof CHANGES)[number]>) };
}
