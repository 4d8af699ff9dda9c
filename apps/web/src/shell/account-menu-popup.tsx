import { useLingui } from '@lingui/react/macro';
import { CircleUser, Keyboard, LogOut } from 'lucide-react';
import { signOut } from '../lib/auth.ts';
import { MenuPopup } from '../ui/menu-popup.tsx';
import type { AccountMenuProps } from './account-menu.tsx';
import { openOverlay } from './overlays.tsx';
import { useDisplayChoices } from './use-display-choices.ts';

/** The inside of `AccountMenu`. */
export function AccountMenuPopup({ first = [], ...menu }: AccountMenuProps) {
  const { t } = useLingui();
  const choices = useDisplayChoices();
  return (
    <MenuPopup
      {...menu}
      entries={[
        ...first,
        { label: t`My account`, icon: <CircleUser aria-hidden />, to: { to: '/settings/account' } },
        'separator',
        ...choices,
        'separator',
        {
          label: t`Keyboard shortcuts`,
          icon: <Keyboard aria-hidden />,
          keys: '?',
          run: () => openOverlay('keys'),
        },
        { label: t`Sign out`, icon: <LogOut aria-hidden />, run: () => void signOut() },
      ]}
    />
  );
}
