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
})();
