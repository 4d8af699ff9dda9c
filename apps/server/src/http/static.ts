import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Boot } from '@officina/contracts/boot';
import type { Paint } from '@officina/contracts/paint';
import { PRELOAD_FILE, type PreloadMap } from '@officina/contracts/preload-map';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { demoAccounts } from '../domains/demo/demo-accounts.ts';
import { mayResetDemo } from '../domains/demo/reset-demo.ts';
import { presentSession } from '../domains/identity/session-view.ts';
import { addressOf, firstAnswers } from '../trpc/first-answers.ts';
import type { Env } from './environment.ts';
import { dataScript, fillPage } from './fill-page.ts';
import { isPhone } from './painter.ts';
import { localeOf, preloadLinks } from './preloads.ts';
import { headOf, withHead } from './public-heads.ts';

/** The built web app: hashed assets for ever and precompressed, every other path the page with its boot facts. */
export function webRoutes(root: string, paint: Paint | null, demo: boolean): Hono<Env> {
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
    const ctx = c.get('ctx');
    const { pathname, search } = new URL(c.req.url);
    const boot: Boot = {
      firm: ctx.tenant.name,
      session: presentSession(ctx),
      demo: demo ? { accounts: demoAccounts, resettable: mayResetDemo(ctx) } : null,
    };
    const asked = { pathname, session: boot.session, acceptLanguage: c.req.header('accept-language') };
    const address = search || c.get('tenantMismatch') ? undefined : addressOf(ctx, pathname);
    const answers = address === undefined ? [] : await firstAnswers(ctx, address);
    const phone = isPhone(c.req.raw.headers);
    const drawn = address !== undefined && answers.length > 0;
    const picture = drawn ? await paint?.({ pathname: address, boot, answers, phone }) : null;
    c.header('cache-control', 'no-store');
    return c.html(
      fillPage(withHead(page, await headOf(ctx, pathname)), {
        boot: dataScript('officina-boot', boot),
        answers: dataScript('officina-answers', answers),
        preloads: preloadLinks(preloads, asked),
        locale: localeOf(preloads, asked),
        picture: picture ? { html: picture, phone } : null,
      }),
    );
  });
  return app;
}
