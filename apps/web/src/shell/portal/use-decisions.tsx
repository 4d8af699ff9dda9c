import { useLingui } from '@lingui/react/macro';
import { Check, X } from 'lucide-react';
import type { DetailAction } from '../detail/detail-page.tsx';

/** The two answers to what waits for a decision, under the keys that they have everywhere. */
export function useDecisions(
  may: boolean | undefined,
  ask: (decision: 'approve' | 'reject') => void,
): readonly DetailAction[] {
  const { t } = useLingui();
  if (!may) return [];
  return [
    { id: 'reject', label: t`Reject`, icon: <X aria-hidden />, keys: 'r', run: () => ask('reject') },
    {
      id: 'approve',
      label: t`Approve`,
      icon: <Check aria-hidden />,
      keys: 'a',
      primary: true,
      run: () => ask('approve'),
    },
  ];
}
