import { useLingui } from '@lingui/react/macro';
import { CheckCheck } from 'lucide-react';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { refreshNotifications, useUnread } from './unread.ts';

/** Marks every notification as read, also those not loaded. */
export function MarkAll() {
  const { t } = useLingui();
  const { count } = useUnread();
  const { act, pending } = useAct();
  if (count === 0) return null;
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={pending}
      icon={<CheckCheck aria-hidden className="size-4" />}
      onClick={() =>
        void act({ run: () => api.notifications.markRead.mutate({}), settled: refreshNotifications })
      }
    >
      {t`Mark all as read`}
    </Button>
  );
}
