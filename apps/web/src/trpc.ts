import type { AppRouter } from '@officina/server/app-router';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { failureOf } from './lib/errors.ts';
import { keepFirstAnswers, writtenAnswers } from './lib/first-answers.ts';
import { watchedFetch } from './lib/requests.ts';
import { session } from './lib/session.ts';

/**
 * Direct calls, for forms and actions: `api.contacts.create.mutate(values)`. The library's own client, also where one of
 * ours would weigh less: the stack is decided (decision 0006).
 */
export const api = createTRPCClient<AppRouter>({
  // What is asked in one turn goes as one request, as long as its address stays short enough for every proxy.
  links: [httpBatchLink({ url: '/trpc', maxURLLength: 6000, maxItems: 12, fetch: watchedFetch })],
});

/** An ended session sends to sign-in and back; everything else is the caller's to show. */
function onEveryError(error: unknown) {
  if (failureOf(error).code !== 'UNAUTHORIZED' || !session()) return;
  location.assign(
    `/login?error=SessionEnded&callbackUrl=${encodeURIComponent(location.pathname + location.search)}`,
  );
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onEveryError }),
  mutationCache: new MutationCache({
    onError(error, _variables, _context, mutation) {
      onEveryError(error);
      // A mutation with its own onError shows the failure itself.
      if (!mutation.options.onError) void import('./lib/toast.ts').then((toast) => toast.toastFailure(error));
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only silence is worth another try: a coded answer will be the same the second time.
      retry: (count, error) => failureOf(error).code === 'OFFLINE' && count < 3,
    },
  },
});

if (!import.meta.env.SSR) keepFirstAnswers(queryClient, writtenAnswers());

/**
 * Options for TanStack Query, typed by the server: `useQuery(trpc.contacts.get.queryOptions({ id }))`,
 * `queryClient.invalidateQueries(trpc.contacts.pathFilter())`.
 */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });
