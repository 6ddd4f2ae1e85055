// TanStack Query: asks the lab again after an action, keeps what is shown while it does, and tells loading from failure.
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { loadPageWorkspace, onTopicsElsewhere } from '../lab/workspace/load-page-workspace.ts';
import type { Topic, Workspace } from '../lab/workspace/workspace.ts';

/** The cache of everything that pages read from the lab. */
export const queryClient = new QueryClient({
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

/**
 * Reads from the lab. `topics` are what the answer depends on: an action that changes one of them asks again. `key`
 * holds every value that `read` closes over.
 */
export function useLab<T>(
  topics: readonly Topic[],
  key: readonly unknown[],
  read: (workspace: Workspace) => Promise<T> | T,
): UseQueryResult<T> {
  return useQuery({
    queryKey: [...key, topics],
    meta: { topics },
    placeholderData: (before: T | undefined) => before as never,
    queryFn: async () => read(await loadPageWorkspace()),
  }) as UseQueryResult<T>;
}

/** An action on the lab; when it is done, everything that depends on the topics is read again. */
export function useLabAction<V = void, T = unknown>(
  topics: readonly Topic[],
  act: (workspace: Workspace, variables: V) => Promise<T> | T,
): UseMutationResult<T, Error, V> {
  return useMutation<T, Error, V>({
    mutationFn: async (variables: V) => act(await loadPageWorkspace(), variables),
    onSettled: () => invalidate(topics),
  });
}

/** Marks what depends on the topics as changed. */
export async function invalidate(topics: readonly Topic[]): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ meta }) =>
      ((meta?.topics ?? []) as readonly Topic[]).some((topic) => topics.includes(topic)),
  });
}

// What other tabs did is shown as what this one did; so is what a worker logged meanwhile.
onTopicsElsewhere((topics) => void invalidate(topics));
