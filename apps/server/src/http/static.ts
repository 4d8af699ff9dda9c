import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Boot } from '@officina/contracts/boot';
import { PRELOAD_FILE, type PreloadMap } from '@officina/contracts/preload-map';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { demoAccounts } from '../domains/demo/demo-accounts.ts';
import { mayResetDemo } from '../domains/demo/reset-demo.ts';
import { presentSession } from '../domains/identity/session-view.ts';
import { firstAnswers } from '../trpc/first-answers.ts';
import type { Env } from './environment.ts';
import { preloadLinks } from './preloads.ts';
import { headOf, withHead } from './public-heads.ts';

/** JSON that is safe inside a script element, whatever names and texts it holds. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The built web app: hashed assets for ever and precompressed, every other path the page with its boot facts. */
export function webRoutes(root: string, demo: boolean): Hono<Env> {
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  const preloads = JSON.parse(readFileSync(join(root, PRELOAD_FILE), 'utf8')) as PreloadMap;
  const app = new Hono<Env>();
  app.use(
    '/assets/*',
    serveStatic({
      root,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  // A file of an older build is gone; the page in its place would only confuse the browser.
  app.get('/assets/*', (c) => c.text('Not found', 404));
  app.use(
    '*',
    serveStatic({ root, precompressed: true, rewriteRequestPath: (path) => (path === '/' ? '/-' : path) }),
  );
  // The page holds its first answers; it holds nothing that must stay secret.
  app.get('*', compress(), async (c) => {
    const boot: Boot = {
      firm: c.get('ctx').tenant.name,
      session: presentSession(c.get('ctx')),
      demo: demo ? { accounts: demoAccounts, resettable: mayResetDemo(c.get('ctx')) } : null,
    };
    c.header('cache-control', 'no-store');
    const script = `<script type="application/json" id="officina-boot">${scriptJson(boot)}</script>`;
    const { pathname, search } = new URL(c.req.url);
    const answers = search || c.get('tenantMismatch') ? [] : await firstAnswers(c.get('ctx'), pathname);
    const data = `<script type="application/json" id="officina-answers">${scriptJson(answers)}</script>`;
    const acceptLanguage = c.req.header('accept-language');
    const links = preloadLinks(preloads, { pathname, session: boot.session, acceptLanguage });
    const named = withHead(page, await headOf(c.get('ctx'), pathname));
    return c.html(
      named.replace('<!--officina-boot-->', () => script + data).replace('</head>', () => `${links}</head>`),
    );
  });
  return app;
}
