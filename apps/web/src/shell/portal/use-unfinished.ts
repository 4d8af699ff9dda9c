import type { OpenUpload } from '@officina/contracts/engagement-documents';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import type { Upload } from './use-uploads.ts';

/** Uploads that an earlier page left unfinished: the server keeps what arrived, and goes on when the file is chosen again. */
export function useUnfinished(engagementId: string, own: readonly Upload[]) {
  const { act } = useAct();
  const open = trpc.documents.openUploads.queryOptions({ engagementId });
  const { data } = useQuery(open);
  const items = data?.items.filter(({ id }) => !own.some((upload) => upload.id === id)) ?? [];
  const drop = ({ id }: OpenUpload) =>
    act({
      run: () => api.documents.abortUpload.mutate({ id }),
      settled: () => queryClient.invalidateQueries({ queryKey: open.queryKey }),
    });
  return { items, drop };
}
