import type { SessionView } from '@officina/contracts/boot';
import type { Density, Theme } from '@officina/contracts/preferences';
import { adoptLocale } from './i18n.ts';
import { type Stored, stored } from './stored.ts';

// public/start.js reads the first two keys before the first paint.
export const theme: Stored<Theme> = stored<Theme>('officina.theme', 'system');
export const density: Stored<Density> = stored<Density>('officina.density', 'comfortable');
export const railCollapsed = stored('officina.rail', false);
/** Single-letter shortcuts can be switched off (WCAG 2.1.4): speech input would trigger them. */
export const shortcutsOn = stored('officina.shortcuts', true);

const systemDark = () => matchMedia('(prefers-color-scheme: dark)');

function apply() {
  const dark = theme.get() === 'dark' || (theme.get() === 'system' && systemDark().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.density = density.get();
}

/** What the account says counts on every device; this browser keeps a copy for the pages before sign-in. */
export function adoptPreferences(user: SessionView['user']): void {
  if (user.theme) theme.set(user.theme);
  if (user.density) density.set(user.density);
  adoptLocale(user.locale);
}

/** Keeps the document's theme and density in step with the choices and with the system. */
export function watchPreferences(): void {
  apply();
  theme.subscribe(apply);
  density.subscribe(apply);
  systemDark().addEventListener('change', apply);
}
