import { api } from '../../trpc.ts';
import type { EngagementDetail } from './engagement-overview.tsx';

/** A milestone or deliverable as it is now; it is read with its engagement. Throws when it is gone. */
export async function workNow<K extends 'milestones' | 'deliverables'>(
  engagementId: string,
  kind: K,
  id: string,
): Promise<EngagementDetail[K][number]> {
  const detail = await api.engagements.get.query({ id: engagementId });
  const work: readonly EngagementDetail[K][number][] = detail[kind];
  const found = work.find((one) => one.id === id);
  if (!found) throw new Error('it was deleted meanwhile');
  return found;
}
