import { useEffect, useRef } from 'react';
import { shortcutsOn } from './preferences.ts';
import { useStore } from './use-store.ts';

export interface Shortcut {
  /** `j`, `Enter`, `mod+k` (Ctrl, or Cmd on a Mac), `shift+x`, or two keys in a row: `g c`. */
  keys: string;
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Works while typing too; only for combinations with `mod`. */
  whileTyping?: boolean;
}

export interface ShortcutGroup {
  scope: string;
  shortcuts: Shortcut[];
}

let groups: ShortcutGroup[] = [];
const listeners = new Set<() => void>();

function setGroups(next: ShortcutGroup[]) {
  groups = next;
  for (const listener of listeners) listener();
}

/**
 * Gives the screen its keys while the component is mounted; `?` lists them under `scope`. The latest registration wins,
 * so a page overrides the shell. Closures may be fresh on every render: only a change of keys or labels re-registers.
 */
export function useKeys(scope: string, shortcuts: Shortcut[], enabled = true): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = shortcuts.map((shortcut) => `${shortcut.keys}=${shortcut.label}`).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; its closures are read late.
  useEffect(() => {
    if (!enabled) return;
    const group: ShortcutGroup = {
      scope,
      shortcuts: latest.current.map((shortcut, index) => ({
        ...shortcut,
        run: (event) => latest.current[index]?.run(event),
      })),
    };
    setGroups([...groups, group]);
    return () => setGroups(groups.filter((other) => other !== group));
  }, [scope, signature, enabled]);
}

/** Every key of the current screen, for the help dialog. */
export function useShortcutGroups(): ShortcutGroup[] {
  return useStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}

const TYPING = 'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]';
// Popups own their keys; the page behind them must not hear j, k or Enter.
const POPUP = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]';

function nameOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key)) ? 'shift+' : '';
  return `${mod}${event.altKey ? 'alt+' : ''}${shift}${key}`;
}

function find(keys: string): Shortcut | undefined {
  for (const group of groups.toReversed()) {
    const found = group.shortcuts.find((shortcut) => shortcut.keys === keys);
    if (found) return found;
  }
  return undefined;
}

let pending = '';
let pendingTimer = 0;

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || !event.key) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const name = nameOf(event);
  const found = (pending && find(`${pending} ${name}`)) || find(name);
  const free = !target.closest(TYPING) && !target.closest(POPUP);
  if (!free && !found?.whileTyping) return;
  if (!shortcutsOn.get() && !name.includes('mod+')) return;
  // Enter and Space on a button or link are that control's own.
  if (/^(Enter| )$/.test(name) && target.closest('button,a,[role=tab],summary')) return;
  window.clearTimeout(pendingTimer);
  pending = '';
  if (found) {
    event.preventDefault();
    found.run(event);
  } else if (
    groups.some((group) => group.shortcuts.some((shortcut) => shortcut.keys.startsWith(`${name} `)))
  ) {
    pending = name;
    pendingTimer = window.setTimeout(() => {
      pending = '';
    }, 1200);
  }
}

/** Starts the one listener of the app. */
export function listenForKeys(): () => void {
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
