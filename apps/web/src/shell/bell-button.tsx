import { useLingui } from '@lingui/react/macro';
import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useUnread } from '../features/notifications/unread.ts';
import { loadDomainMessages } from '../lib/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';

const Inbox = lazy(async () => {
  const [module] = await Promise.all([
    import('../features/notifications/inbox.tsx'),
    loadDomainMessages('notifications'),
  ]);
  return { default: module.Inbox };
});

/** The bell: how many notifications wait, and the latest of them in a popover. */
export function BellButton() {
  const { t } = useLingui();
  const { count, label } = useUnread();
  const [closed, setClosed] = useState(0);
  return (
    <Popover
      // Another key is a closed popover: following a notification leaves it.
      key={closed}
      title={t`Notifications`}
      titleHidden
      trigger={
        <IconButton
          label={count > 0 ? t`Notifications, ${label} unread` : t`Notifications`}
          className="relative"
        >
          <BellIcon aria-hidden className="size-4" />
          {count > 0 && (
            <span
              aria-hidden
              className="tabular absolute -end-1 -top-1 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 font-semibold text-[0.625rem] text-surface leading-none"
            >
              {label}
            </span>
          )}
        </IconButton>
      }
    >
      <Suspense fallback={<SkeletonText lines={4} />}>
        <Inbox onLeave={() => setClosed(closed + 1)} />
      </Suspense>
    </Popover>
  );
}
