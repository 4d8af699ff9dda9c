// Runs before the first paint, as a file because the page's policy allows no inline script.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  // What the account says comes before this browser's copy, as in lib/preferences.ts.
  const { session } = JSON.parse(document.getElementById('officina-boot')?.textContent || '{}');
  const theme = session?.user.theme ?? read('officina.theme') ?? 'system';
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = session?.user.density ?? read('officina.density') ?? 'comfortable';

  // Starts what the entry will ask for (see build/preload-map.ts). The language follows lib/i18n.ts.
  const map = document.querySelector('meta[name=officina-preload]')?.content;
  if (!map) return;
  const { app, phone, parts, pages, words, names } = JSON.parse(map);
  const chosen = session ? [session.user.locale, session.tenant.locale] : [read('officina.locale')];
  const wishes = [...chosen, ...navigator.languages];
  const locale =
    wishes.map((wish) => wish?.toLowerCase().split('-')[0]).find((wish) => wish && words[wish]) ?? 'en';
  const here = location.pathname.split('/');
  const fits = (path) => {
    const parts = path.split('/');
    return parts.length === here.length && parts.every((part, at) => part[0] === '$' || part === here[at]);
  };
  // A fixed address before one with a parameter: /quotes/new before /quotes/$id.
  const path = pages[location.pathname] ? location.pathname : Object.keys(pages).find(fits);
  const page = session || pages[path]?.open ? pages[path] : undefined;
  const used = (session?.tenant.modules ?? []).filter((part) => parts[part]);
  const files = [
    ...(session ? app : []),
    ...(session && matchMedia('(max-width: 767px)').matches ? phone : []),
    ...used.flatMap((part) => parts[part]),
    ...(page?.files ?? []),
    ...['app', ...(used.length ? ['rails'] : []), ...(page?.words ?? [])].map(
      (domain) => words[locale][domain],
    ),
  ];
  for (const file of new Set(files)) {
    const link = Object.assign(document.createElement('link'), {
      rel: 'modulepreload',
      href: `/assets/${names[file]}`,
    });
    document.head.append(link);
  }
})();
