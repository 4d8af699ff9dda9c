import { lazy } from 'react';
import { loadDomainMessages } from '../lib/i18n.ts';
import { LazyPopup } from '../ui/lazy-popup.tsx';
import type { MenuEntry, MenuProps } from '../ui/menu.tsx';

export interface AccountMenuProps extends Omit<MenuProps, 'entries'> {
  /** Entries before those of the account. */
  first?: readonly MenuEntry[];
}

const load = () => Promise.all([import('./account-menu-popup.tsx'), loadDomainMessages('grammar')]);
const Popup = lazy(() => load().then(([module]) => ({ default: module.AccountMenuPopup })));

/** Account, theme, density, language, keys and the way out. Its entries are fetched when the button is pointed at. */
export function AccountMenu(props: AccountMenuProps) {
  return (
    <LazyPopup trigger={props.trigger} load={load} haspopup="menu">
      {() => <Popup {...props} />}
    </LazyPopup>
  );
}
