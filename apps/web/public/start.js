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
  const theme = read('officina.theme') ?? 'system';
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = read('officina.density') ?? 'comfortable';

  // Starts what the entry will ask for (see build/preload-map.ts). The language follows lib/i18n.ts.
  const map = document.querySelector('meta[name=officina-preload]')?.content;
  if (!map) return;
  const { app, words } = JSON.parse(map);
  const boot = JSON.parse(document.getElementById('officina-boot')?.textContent || '{}');
  const wishes = [
    read('officina.locale'),
    boot.session?.user.locale,
    boot.session?.tenant.locale,
    ...navigator.languages,
  ];
  const locale =
    wishes.map((wish) => wish?.toLowerCase().split('-')[0]).find((wish) => wish && words[wish]) ?? 'en';
  for (const href of [...(boot.session ? app : []), ...words[locale]]) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
  }
})();
