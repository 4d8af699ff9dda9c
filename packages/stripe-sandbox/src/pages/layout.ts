import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d9e2, #3a4150); --soft: light-dark(#5a6373, #a3adbd);
  --page: light-dark(#f5f6f9, #14171d); --card: light-dark(#fff, #1c2028); --main: light-dark(#4338ca, #a5b4fc);
  --onmain: light-dark(#fff, #14171d); --bad: light-dark(#b42318, #fda29b); --note: light-dark(#fff4d6, #3b3113); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: light-dark(#1b2130, #e8ebf1); font: 16px/1.5 "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.note { background: var(--note); padding: .5rem 1rem; text-align: center; font-size: .9rem; }
main { max-width: 30rem; margin: 1.5rem auto 3rem; padding: 0 1rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; margin-block: 1rem; }
h1 { font-size: 1.25rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 0 0 .75rem; }
p { margin: .25rem 0; } .soft { color: var(--soft); font-size: .9rem; }
.total { font-size: 2rem; font-weight: 700; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: 1fr auto; gap: .5rem 1rem; margin: 0; } dd { margin: 0; text-align: end; font-variant-numeric: tabular-nums; }
label, fieldset { display: block; margin-block: .75rem .25rem; font-size: .9rem; font-weight: 700; border: 0; padding: 0; }
label.choice { display: flex; margin-block: .6rem; gap: .6rem; font-weight: 400; font-size: 1rem; align-items: baseline; }
input:not([type=radio]), select { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; font-weight: 400;
  color: inherit; background: var(--page); border: 1px solid light-dark(#8a93a5, #6b7586); border-radius: .5rem; }
[aria-invalid=true] { border-color: var(--bad) !important; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; } 
button, .button { display: block; width: 100%; min-height: 2.75rem; margin-top: 1rem; padding: .55rem 1rem; font: inherit; font-weight: 700; text-align: center;
  text-decoration: none; color: var(--onmain); background: var(--main); border: 1px solid var(--main); border-radius: .5rem; cursor: pointer; }
button.quiet, .button.quiet { color: inherit; background: none; border-color: light-dark(#8a93a5, #6b7586); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.error { color: var(--bad); font-weight: 700; } a { color: var(--main); }
table { width: 100%; border-collapse: collapse; font-size: .85rem; } td, th { padding: .3rem 0; text-align: start; font-weight: 400; }
td { font-family: ui-monospace, monospace; text-align: end; } details { margin-block: 1rem; } summary { cursor: pointer; font-size: .9rem; }
`;

/** A whole page. `onward` is where the browser goes by itself. */
export const layout = (
  title: string,
  content: Html,
  onward: string | null = null,
): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${onward ? html`<meta http-equiv="refresh" content="${`0;url=${onward}`}">` : ''}
<title>${title} · Stripe sandbox</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="note"><strong>Sandbox.</strong> This is not Stripe, and no money moves.</header>
<main>${content}</main>
</body>
</html>`;

/** `1250`, `eur` → €12.50. */
export function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const day = (seconds: number): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(seconds * 1000));
