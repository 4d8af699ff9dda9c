import type { IdpView } from '@officina/contracts/sso';
import { api, queryClient, trpc } from '../../../trpc.ts';

/** Shows a provider as a change has left it. */
export function keepProvider(view: IdpView): void {
  queryClient.setQueryData(trpc.sso.list.queryKey({}), (known) =>
    known?.map((each) => (each.id === view.id ? view : each)),
  );
}

export const refreshSso = () => queryClient.invalidateQueries(trpc.sso.list.pathFilter());

export async function updateProvider(change: Parameters<typeof api.sso.update.mutate>[0]): Promise<void> {
  keepProvider(await api.sso.update.mutate(change));
}
