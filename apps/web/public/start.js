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
  const density = session?.user.density ?? read('officina.density') ?? 'comfortable';
  root.dataset.density = density;
  // The server cannot know this browser's window and choices: a picture drawn for others is not shown.
  const { picture } = root.dataset;
  const here = matchMedia('(max-width: 767px)').matches ? 'phone' : 'wide';
  const drawn = picture === here && density === (session?.user.density ?? 'comfortable');
  if (picture && (!drawn || read('officina.rail') === 'true')) root.dataset.picture = 'none';
  if (session) {
    // A browser's first date and first amount cost it dozens of milliseconds, later ones nothing: they are written while
    // the code is still on its way. The locale is that of lib/format.ts.
    const { locale, timeZone, currency } = session.tenant;
    const spoken = session.user.locale ?? locale;
    const written = locale.split('-')[0] === spoken ? locale : spoken;
    setTimeout(() => {
      new Intl.DateTimeFormat(written, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(0);
      new Intl.NumberFormat(written, { style: 'currency', currency }).format(0);
    });
  }
})();
