import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { loadNotebooks } from '../../lab/notebook/open-notebooks.ts';
import type { NotebookStore, NotebookSummary } from '../../notebook/document/notebook-store.ts';

const NOTEBOOKS = ['notebooks'];

/** All notebooks of this browser, last changed first, deleted ones too. */
export function useNotebookList(): UseQueryResult<readonly NotebookSummary[]> {
  return useQuery({
    queryKey: NOTEBOOKS,
    queryFn: async () => (await loadNotebooks()).list(),
    // An open notebook changes its entry without an action of the list.
    refetchOnMount: 'always',
  });
}

/** An action on the stored notebooks; the list is read again after it. */
export function useNotebookAction<V = void, T = unknown>(
  act: (store: NotebookStore, variables: V) => Promise<T>,
): UseMutationResult<T, Error, V> {
  const queryClient = useQueryClient();
  return useMutation<T, Error, V>({
    mutationFn: async (variables: V) => act(await loadNotebooks(), variables),
    networkMode: 'always',
    onSettled: () => queryClient.invalidateQueries({ queryKey: NOTEBOOKS }),
  });
}
