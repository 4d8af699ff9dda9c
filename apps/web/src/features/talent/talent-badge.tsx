import type { TalentStatus } from '@officina/contracts/portal';
import { useTalentWords } from '../../shell/talent/words.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';

const TONE: Record<TalentStatus, Tone> = {
  NEW: 'info',
  REVIEWED: 'warning',
  APPROVED: 'success',
  ARCHIVED: 'neutral',
};

export function TalentBadge({ status }: { status: TalentStatus }) {
  return <StatusBadge tone={TONE[status]}>{useTalentWords().statuses[status]}</StatusBadge>;
}
