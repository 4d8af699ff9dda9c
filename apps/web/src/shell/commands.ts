import type { MessageDescriptor } from '@lingui/core';
import type { TenantModule } from '@officina/contracts/modules';
import type { Permission } from '@officina/contracts/permissions';
import type { LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from '../lib/use-store.ts';

/** A record found by the palette. */
export interface Hit {
  id: string;
  label: string;
  note?: string | null;
  to: LinkProps;
}

/** How the palette finds the records of a domain. */
export interface RecordProvider {
  id: string;
  label: MessageDescriptor;
  icon: LucideIcon;
  permission: Permission;
  search: (text: string, signal: AbortSignal) => Promise<Hit[]>;
}

/** Something the palette can do from anywhere. */
export interface GlobalAction {
  id: string;
  label: MessageDescriptor;
  icon: LucideIcon;
  permission: Permission | null;
  /** Words by which it is found besides its label. */
  words?: MessageDescriptor;
  to: LinkProps;
}

/**
 * What `features/<domain>/commands.ts` exports as `commands`. The palette's own chunk gathers these files,
 * so that having the file is all the registering there is and nothing of it weighs on the first load.
 */
export interface DomainCommands {
  /** The part of the back office that they belong to. */
  part?: TenantModule;
  records?: RecordProvider[];
  actions?: GlobalAction[];
}

/** Something the palette can do to what is on the screen now. */
export interface ScreenAction {
  id: string;
  label: string;
  keys?: string;
  run: () => void;
}

let screenActions: ScreenAction[] = [];
const listeners = new Set<() => void>();

function change(next: ScreenAction[]) {
  screenActions = next;
  for (const listener of listeners) listener();
}

/** Offers the screen's actions in the palette while the component is mounted. */
export function useScreenActions(actions: ScreenAction[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  const signature = actions.map((action) => `${action.id}=${action.label}`).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; its closures are read late.
  useEffect(() => {
    const own = latest.current.map((action) => ({
      ...action,
      run: () => latest.current.find((one) => one.id === action.id)?.run(),
    }));
    change([...own, ...screenActions]);
    return () => change(screenActions.filter((action) => !own.includes(action)));
  }, [signature]);
}

export function useOfferedActions(): ScreenAction[] {
  return useStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => screenActions,
  );
}
