import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { StripeError } from '../stripe-error.ts';
import type { World } from '../world.ts';
import { checkoutPage } from './checkout-page.ts';
import { ForgedForm, FormGuard } from './form-guard.ts';
import { intentPages } from './intent-pages.ts';
import { layout } from './layout.ts';
import { portalPage } from './portal-page.ts';
import { verifyPage } from './verify-page.ts';

const message = (title: string, text: string) =>
  layout(title, html`<section><h1>${title}</h1><p>${text}</p></section>`);

/** Everything that people see of the sandbox, in their browser. Pages load nothing from elsewhere and run no scripts. */
export function pagesApp(world: World, catchUp: () => void): Hono {
  const app = new Hono();
  const guard = new FormGuard();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    catchUp();
    await next();
  });
  app.route('/', checkoutPage(world, guard));
  app.route('/', intentPages(world, guard));
  app.route('/', portalPage(world, guard));
  app.route('/', verifyPage(world, guard));
  app.all('*', (c) => c.html(message('Not found', 'There is nothing under this address.'), 404));
  app.onError((error, c) => {
    if (error instanceof ForgedForm)
      return c.html(
        message(
          'Please try again',
          'This form has expired. Go back, load the page again and send it once more.',
        ),
        403,
      );
    if (error instanceof StripeError && error.status < 500)
      return c.html(message('Not found', error.message), error.status as ContentfulStatusCode);
    console.error('stripe sandbox:', error);
    return c.html(message('Something went wrong', 'The sandbox failed.'), 500);
  });
  return app;
}
