// TanStack Query: asks the lab again after an action, keeps what is shown while it does, and tells loading from failure.
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useContext } from 'react';
import { useStore } from 'zustand';
import { whileUnderWay } from '../lab/session/work-under-way.ts';
import { onTopicsElsewhere } from '../lab/workspace/load-page-workspace.ts';
import type { Topic, Workspace } from '../lab/workspace/workspace.ts';
import { firstView } from './first-view.ts';
import { WorkspaceContext } from './workspace-context.ts';

/** The cache of everything that pages read from the free lab. */
export const queryClient = createQueryClient();

/** A cache for what is read from one lab. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Nothing changes unheard: our own actions and other tabs tell what did. A failure will not mend itself.
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/**
 * Reads from the lab. `topics` are what the answer depends on: an action that changes one of them asks again. `key`
 * holds every value that `read` closes over.
 */
export function useLab<T>(
  topics: readonly Topic[],
  key: readonly unknown[],
  read: (workspace: Workspace) => Promise<T> | T,
): UseQueryResult<T> {
  return useReading({ topics, key, read, enabled: true });
}

/**
 * As `useLab`, for what stands beside the page: it is asked once the page itself is in sight, since opening the lab
 * loads the engine. With `isWanted: false` it waits on.
 */
export function useLabAside<T>(
  topics: readonly Topic[],
  key: readonly unknown[],
  read: (workspace: Workspace) => Promise<T> | T,
  { isWanted = true }: { readonly isWanted?: boolean } = {},
): UseQueryResult<T> {
  const enabled = useStore(firstView, (state) => state.isShown && isWanted);
  return useReading({ topics, key, read, enabled });
}

interface Reading<T> {
  readonly topics: readonly Topic[];
  readonly key: readonly unknown[];
  readonly read: (workspace: Workspace) => Promise<T> | T;
  readonly enabled: boolean;
}

function useReading<T>({ topics, key, read, enabled }: Reading<T>): UseQueryResult<T> {
  const loadWorkspace = useContext(WorkspaceContext);
  return useQuery({
    queryKey: [...key, topics],
    meta: { topics },
    enabled,
    placeholderData: (before: T | undefined) => before as never,
    queryFn: async () => read(await loadWorkspace()),
  }) as UseQueryResult<T>;
}

/** An action on the lab; when it is done, everything that depends on the topics is read again. */
export function useLabAction<V = void, T = unknown>(
  topics: readonly Topic[],
  act: (workspace: Workspace, variables: V) => Promise<T> | T,
): UseMutationResult<T, Error, V> {
  const loadWorkspace = useContext(WorkspaceContext);
  const client = useQueryClient();
  return useMutation<T, Error, V>({
    mutationFn: (variables: V) => whileUnderWay(async () => act(await loadWorkspace(), variables)),
    onSettled: () => invalidate(topics, client),
  });
}

/** Marks what depends on the topics as changed, in the free lab or in the one that `client` is of. */
export async function invalidate(topics: readonly Topic[], client: QueryClient = queryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ meta }) =>
      ((meta?.topics ?? []) as readonly Topic[]).some((topic) => topics.includes(topic)),
  });
}

// What other tabs did is shown as what this one did; so is what a worker logged meanwhile.
onTopicsElsewhere((topics) => void invalidate(topics));
