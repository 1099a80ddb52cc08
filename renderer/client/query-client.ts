import { MutationCache, QueryClient } from '@tanstack/react-query';
import { DisconnectedError } from './connection-state.ts';

/**
 * Data comes from a library on this machine: "online" means nothing, and nothing grows stale by itself, because the
 * library says what changed (see follow-changes.ts).
 */
export const createQueryClient = (onMutationError?: (error: unknown) => void): QueryClient =>
  new QueryClient({
    mutationCache: new MutationCache({
      // Whoever shows the error in its place says so with `meta: { quiet: true }`.
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.['quiet'] !== true) onMutationError?.(error);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Our coded errors mean it; a lost connection heals by itself and everything is read again then.
        retry: (count, error) => error instanceof DisconnectedError && count < 3,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
