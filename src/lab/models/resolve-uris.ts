import type { Workspace } from '../workspace/workspace.ts';

/** What a model URI means at this moment, or why it means nothing. */
export interface ResolvedUri {
  readonly uri: string;
  readonly version: number | null;
  readonly error: Error | null;
}

/** Resolves every URI that a student may load `name` by: the stages, the latest, each alias. */
export async function resolveUris(
  { engine }: Workspace,
  name: string,
  aliases: readonly string[],
): Promise<ResolvedUri[]> {
  const uris = [
    ...['Production', 'Staging', 'Archived', 'None', 'latest'].map((stage) => `models:/${name}/${stage}`),
    ...aliases.map((alias) => `models:/${name}@${alias}`),
  ];
  return Promise.all(uris.map((uri) => resolveUri({ engine }, uri)));
}

/** Resolves one URI. */
export async function resolveUri({ engine }: Pick<Workspace, 'engine'>, uri: string): Promise<ResolvedUri> {
  try {
    return { uri, version: (await engine.registry.resolveModelUri(uri)).version, error: null };
  } catch (error) {
    return { uri, version: null, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
