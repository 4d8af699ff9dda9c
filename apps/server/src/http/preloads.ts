import type { SessionView } from '@officina/contracts/boot';
import type { PreloadMap } from '@officina/contracts/preload-map';

interface Asked {
  pathname: string;
  session: SessionView | null;
  /** The browser's languages, the dearest first; for whoever has not signed in. */
  acceptLanguage: string | undefined;
}

type Page = PreloadMap['pages'][number];

/** The page behind an address; a fixed address counts before one with a parameter: /quotes/new before /quotes/$id. */
function pageOf({ pages }: PreloadMap, pathname: string): Page | undefined {
  const here = pathname.split('/');
  const fits = ({ path }: Page) => {
    const parts = path.split('/');
    return parts.length === here.length && parts.every((part, at) => part[0] === '$' || part === here[at]);
  };
  return pages.find(({ path }) => path === pathname) ?? pages.find(fits);
}

/** The language that the page will speak, as the web app's lib/i18n.ts chooses it. */
export function localeOf({ words }: PreloadMap, { session, acceptLanguage = '' }: Asked): string {
  const browser = acceptLanguage.split(',').map((range) => range.split(';')[0]?.trim());
  const wishes = session ? [session.user.locale, session.tenant.locale] : browser;
  const known = wishes.map((wish) => wish?.toLowerCase().split('-')[0] ?? '');
  return known.find((wish) => Object.hasOwn(words, wish)) ?? 'en';
}

const link = (href: string, media = ''): string => `<link rel="modulepreload" href="${href}"${media} />`;

/** Elements that start what the page will ask for, all at once instead of one after the other. They belong behind the styles, which the first paint waits for. */
export function preloadLinks(map: PreloadMap, asked: Asked): string {
  const { pathname, session } = asked;
  const found = pageOf(map, pathname);
  const page = session || found?.open ? found : undefined;
  const parts = (session?.tenant.modules ?? []).filter((part) => Object.hasOwn(map.parts, part));
  const words = map.words[localeOf(map, asked)] ?? {};
  const domains = ['app', ...(parts.length ? ['rails'] : []), ...(page?.words ?? [])];
  const files = new Set([
    ...map.entry,
    ...(page?.files ?? []),
    ...(session ? map.app : []),
    ...parts.flatMap((part) => map.parts[part] ?? []),
    ...domains.flatMap((domain) => words[domain] ?? []),
    ...(page?.soon.files ?? []),
    ...(page?.soon.words ?? []).flatMap((domain) => words[domain] ?? []),
  ]);
  const phone = session ? map.phone.filter((file) => !files.has(file)) : [];
  return [
    ...[...files].map((file) => link(file)),
    ...phone.map((file) => link(file, ' media="(max-width: 767px)"')),
  ].join('');
}
