import type { EditStatus } from '@officina/contracts/portal';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { useEditWords } from './edit-words.ts';

const TONES: Record<EditStatus, Tone> = {
  applied: 'success',
  pending_approval: 'warning',
  rejected: 'danger',
};

export function EditBadge({ status }: { status: EditStatus }) {
  return <StatusBadge tone={TONES[status]}>{useEditWords().statuses[status]}</StatusBadge>;
}
