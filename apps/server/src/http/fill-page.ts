/** A JSON element of the page, safe whatever names and texts it holds. */
export function dataScript(id: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/</g, '\\u003c');
  return `<script type="application/json" id="${id}">${json}</script>`;
}

interface Filling {
  /** What start.js needs, and what can wait until the page asks for it. */
  boot: string;
  answers: string;
  preloads: string;
  locale: string;
  /** What the page shows until the app runs; null leaves it empty. */
  picture: { html: string; phone: boolean } | null;
}

/** The built page (apps/web/index.html) with what this request has to say. */
export function fillPage(page: string, { boot, answers, preloads, locale, picture }: Filling): string {
  const drawn = picture ? ` data-picture="${picture.phone ? 'phone' : 'wide'}"` : '';
  const dir = locale === 'he' ? ' dir="rtl"' : '';
  return page
    .replace('<html lang="en"', () => `<html lang="${locale}"${dir}${drawn}`)
    .replace('<!--officina-boot-->', () => boot)
    .replace('</head>', () => `${answers}${preloads}</head>`)
    .replace('<!--officina-picture-->', () =>
      picture ? `<div id="picture" inert>${picture.html}</div>` : '',
    );
}
