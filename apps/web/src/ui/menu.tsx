import type { LinkProps } from '@tanstack/react-router';
import { lazy, type ReactElement, type ReactNode } from 'react';
import { LazyPopup } from './lazy-popup.tsx';

export interface MenuAction {
  label: string;
  icon?: ReactNode;
  /** The key that does the same. */
  keys?: string;
  run?: () => void;
  to?: LinkProps;
  /** A path or address outside the router, e.g. a PDF. */
  href?: string;
  danger?: boolean;
  /** Why it cannot be chosen now. */
  reason?: string | false | null;
}

export interface MenuChoice {
  legend: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** `null`, `false` and `undefined` are left out, so that permissions read as `can('x') && {…}`. */
export type MenuEntry = MenuAction | MenuChoice | 'separator' | null | false | undefined;

export interface MenuProps {
  /** One button element; it becomes the menu's trigger. */
  trigger: ReactElement<Record<string, unknown>>;
  entries: readonly MenuEntry[];
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
}

const load = () => import('./menu-popup.tsx');
const MenuPopup = lazy(() => load().then((module) => ({ default: module.MenuPopup })));

/** A menu of actions, links and choices, given as data. */
export function Menu(props: MenuProps) {
  return (
    <LazyPopup trigger={props.trigger} load={load} haspopup="menu">
      {() => <MenuPopup {...props} />}
    </LazyPopup>
  );
}
