interface Words {
  lang: string;
  title: string;
  text: string;
  button: string;
}

const FRENCH: Words = {
  lang: 'fr',
  title: 'Se connecter à Officina',
  text: 'Vous avez demandé ce lien dans un autre navigateur. Continuez ici pour vous y connecter :',
  button: 'Se connecter',
};
const ENGLISH: Words = {
  lang: 'en',
  title: 'Sign in to Officina',
  text: 'You asked for this link in another browser. Continue to sign in here as',
  button: 'Sign in',
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `:root{color-scheme:light dark;--ground:#f7f7f8;--card:#fff;--ink:#18181b;--soft:#52525b;--line:#e4e4e7;--accent:#2f5bd7}
@media(prefers-color-scheme:dark){:root{--ground:#111113;--card:#1b1b1f;--ink:#f4f4f5;--soft:#a1a1aa;--line:#303036;--accent:#4f74e3}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--ground);
color:var(--ink);font:15px/1.5 Inter,system-ui,sans-serif}main{width:100%;max-width:24rem;padding:1.5rem;background:var(--card);
border:1px solid var(--line);border-radius:12px}h1{margin:0 0 .5rem;font-size:1.2rem}p{margin:0 0 1.25rem;color:var(--soft)}
strong{color:var(--ink);overflow-wrap:anywhere}button{width:100%;padding:.6rem 1rem;border:0;border-radius:8px;background:var(--accent);
color:#fff;font:inherit;font-weight:600;cursor:pointer}button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}`;

/**
 * What a link shows in a browser that did not ask for it: one button. Whatever merely looks at links (scanners of mail)
 * presses none. Made here and not by the web app, so that it works without scripts.
 */
export function linkPage(fields: Record<string, string>, acceptLanguage = ''): string {
  const words = /^\s*fr\b/i.test(acceptLanguage) ? FRENCH : ENGLISH;
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  );
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.text} <strong>${escaped(fields.email ?? '')}</strong></p>
<form method="post" action="/api/auth/callback/email">${hidden.join('')}<button type="submit">${words.button}</button></form>
</main>
</body>
</html>`;
}
