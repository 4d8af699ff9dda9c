import { i18n, type Messages } from '@lingui/core';
import type { PreloadMap } from '@officina/contracts/preload-map';
import { stored } from './stored.ts';

/** Languages of the interface, each in its own name. Hebrew is under way; what it lacks is shown in English. */
export const LOCALES = { en: 'English', fr: 'Français', he: 'עברית' } as const;
export type Locale = keyof typeof LOCALES;

/** The user's choice, as this browser remembers it; empty means "as the firm, else as the browser". */
export const chosenLocale = stored<string>('officina.locale', '');

interface Catalogue {
  messages: Messages;
}

const sources =
  import.meta.env.DEV || import.meta.env.SSR ? import.meta.glob<Catalogue>('../locales/*/*.po') : {};

/** The built page names the file of every catalogue (build/preload-map.ts); here their names would be a part of each first load. */
async function loadCatalogue(locale: string, domain: string): Promise<Catalogue | undefined> {
  if (import.meta.env.DEV || import.meta.env.SSR) return sources[`../locales/${locale}/${domain}.po`]?.();
  const named = document.querySelector<HTMLMetaElement>('meta[name=officina-words]')?.content ?? '{}';
  const file = (JSON.parse(named) as PreloadMap['words'])[locale]?.[domain];
  return file === undefined ? undefined : import(/* @vite-ignore */ file);
}

/** Whose words are spoken; what is put in before the first activation comes with it. */
export const loadedDomains = new Set(['app']);

function supported(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return language && language in LOCALES ? (language as Locale) : undefined;
}

/** Behind sign-in the account decides, also that it is "as the firm". The pages before sign-in speak its language from now on. */
export function adoptLocale(account: string | null): void {
  chosenLocale.set(supported(account) ?? '');
}

/** The language to speak: the user's choice, the tenant's, the browser's. */
export function pickLocale(tenant: string | null | undefined): Locale {
  const wishes = [chosenLocale.get(), tenant, ...navigator.languages];
  return wishes.map(supported).find((locale) => locale !== undefined) ?? 'en';
}

async function messagesOf(locale: string, domain: string): Promise<Messages> {
  return (await loadCatalogue(locale, domain))?.messages ?? {};
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return locale === 'he' ? 'rtl' : 'ltr';
}

/** Speaks `locale` from now on, with the words of every domain seen so far. */
export async function activateLocale(locale: Locale): Promise<void> {
  const parts = await Promise.all([...loadedDomains].map((domain) => messagesOf(locale, domain)));
  i18n.loadAndActivate({ locale, messages: Object.assign({}, ...parts) });
  if (import.meta.env.SSR) return;
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}

const loading = new Map<string, Promise<void>>();

/** Adds a domain's words to the active language; its pages wait for this. */
export function loadDomainMessages(domain: string): Promise<void> {
  if (loadedDomains.has(domain)) return Promise.resolve();
  const known = loading.get(domain);
  if (known) return known;
  const locale = i18n.locale;
  const load = messagesOf(locale, domain).then((messages) => {
    loading.delete(domain);
    // The language changed meanwhile: fetch the words of the new one.
    if (locale !== i18n.locale) return loadDomainMessages(domain);
    loadedDomains.add(domain);
    i18n.load(locale, messages);
  });
  loading.set(domain, load);
  return load;
}
