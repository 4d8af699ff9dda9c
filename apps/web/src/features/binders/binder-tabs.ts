import { useLingui } from '@lingui/react/macro';
import type { BinderTab, BinderTabCounts } from '@officina/contracts/binders';
import type { TabItem } from '../../ui/tabs.tsx';

/** The tabs of the list with how many binders each holds under its filters. */
export function useBinderTabs(counts: BinderTabCounts | undefined): TabItem[] {
  const { t } = useLingui();
  const labels: Record<BinderTab, string> = {
    open: t({ context: 'binder', message: 'Open' }),
    overdue: t({ context: 'binder', message: 'Overdue' }),
    due_today: t`Due today`,
    ready: t({ context: 'binder', message: 'Ready for pickup' }),
    returned: t({ context: 'binder', message: 'Returned' }),
  };
  return Object.entries(labels).map(([id, label]) => ({ id, label, count: counts?.[id as BinderTab] }));
}
