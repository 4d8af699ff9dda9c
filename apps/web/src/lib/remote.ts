import { type QueryKey, skipToken } from '@tanstack/react-query';
import type { TRPCClient } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { type CallType, remoteCall } from './remote-call.ts';

// The two typed doors of tRPC, with its types and its wire format but not its runtime: links, observables and transformers
// that we do not use were 5 kB of the first load. Live subscriptions come with the library's own client, loaded by who needs it.

/** An object whose property paths end in a call: `root.contacts.list.query(input)` visits (['contacts','list','query'], [input]). */
function paths(visit: (path: string[], args: unknown[]) => unknown, path: string[] = []): unknown {
  return new Proxy(() => undefined, {
    get: (_target, key) =>
      typeof key === 'string' && key !== 'then' ? paths(visit, [...path, key]) : undefined,
    apply: (_target, _self, args: unknown[]) => visit(path, args),
  });
}

/** Direct calls: `api.contacts.create.mutate(values)`. */
export function createApi<R extends AnyTRPCRouter>(): TRPCClient<R> {
  return paths((path, [input, options]) => {
    const type: CallType = path.at(-1) === 'mutate' ? 'mutation' : 'query';
    const { signal } = (options ?? {}) as { signal?: AbortSignal };
    return remoteCall(type, path.slice(0, -1).join('.'), input, signal);
  }) as TRPCClient<R>;
}

interface Asked {
  signal?: AbortSignal;
  pageParam?: unknown;
}
type Options = Record<string, unknown> | undefined;

const keyOf = (path: string[], type: string, input?: unknown): QueryKey => [
  path,
  input === undefined || input === skipToken ? { type } : { type, input },
];

const METHODS: Record<string, (path: string[], first: unknown, second?: Options) => unknown> = {
  pathKey: (path) => [path],
  pathFilter: (path, filters) => ({ ...(filters as Options), queryKey: [path] }),
  queryKey: (path, input) => keyOf(path, 'query', input),
  queryFilter: (path, input, filters) => ({ ...filters, queryKey: keyOf(path, 'query', input) }),
  queryOptions: (path, input, options) => ({
    ...options,
    queryKey: keyOf(path, 'query', input),
    queryFn:
      input === skipToken
        ? skipToken
        : ({ signal }: Asked) => remoteCall('query', path.join('.'), input, signal),
  }),
  infiniteQueryKey: (path, input) => keyOf(path, 'infinite', input),
  infiniteQueryFilter: (path, input, filters) => ({ ...filters, queryKey: keyOf(path, 'infinite', input) }),
  infiniteQueryOptions: (path, input, options) => ({
    ...options,
    queryKey: keyOf(path, 'infinite', input),
    initialPageParam: options?.initialCursor ?? null,
    queryFn:
      input === skipToken
        ? skipToken
        : ({ signal, pageParam }: Asked) => {
            const cursor = pageParam ? { cursor: pageParam } : {};
            return remoteCall('query', path.join('.'), { ...(input as object), ...cursor }, signal);
          },
  }),
  mutationKey: (path) => [path],
  mutationOptions: (path, options) => ({
    ...(options as Options),
    mutationKey: [path],
    mutationFn: (input: unknown) => remoteCall('mutation', path.join('.'), input),
  }),
};

/** Options for TanStack Query: `useQuery(trpc.contacts.get.queryOptions({ id }))`. */
export function createOptions<R extends AnyTRPCRouter>(): TRPCOptionsProxy<R> {
  return paths((path, [first, second]) => {
    const method = METHODS[path.at(-1) ?? ''];
    if (!method) throw new Error(`${path.join('.')} is not offered; see lib/remote.ts`);
    return method(path.slice(0, -1), first, second as Options);
  }) as TRPCOptionsProxy<R>;
}
