import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './features/account/routes.tsx';
import { contactsRoutes } from './features/contacts/routes.tsx';
import { homeRoutes } from './features/home/routes.tsx';
import { invoicesRoutes } from './features/invoices/routes.tsx';
import { kitchenSinkRoutes } from './features/kitchen-sink/routes.tsx';
import { notificationsRoutes } from './features/notifications/routes.tsx';
import { outboxRoutes } from './features/outbox/routes.tsx';
import { publicQuoteRoutes } from './features/public-quote/routes.tsx';
import { quotesRoutes } from './features/quotes/routes.tsx';
import { reportsRoutes } from './features/reports/routes.tsx';
import { settingsRoutes } from './features/settings/routes.tsx';
import { tasksRoutes } from './features/tasks/routes.tsx';
import { vehiclesRoutes } from './features/vehicles/routes.tsx';
import { routesOf } from './shell/part.ts';
import { appRoute, rootRoute } from './shell/root-routes.tsx';
import { RouteError, RouteNotFound, RoutePending } from './shell/route-pages.tsx';

/** The parts of the app that are fetched only where they are used. */
const office = () => routesOf('office', /^\/office(\/|$)/, () => import('./features/office/part.ts'));
const portal = () => routesOf('portal', /^\/portal(\/|$)/, () => import('./features/portal/part.ts'));

const storefront = () =>
  routesOf(
    'portal',
    /^\/(marketplace|request-scope|partners|success|receipt)(\/|$)/,
    () => import('./features/marketplace/part.ts'),
  );
const academy = () =>
  routesOf(
    'academy',
    /^\/(programs|apprentice|training|shop|program-holder|set-password|account\/billing|store)(\/|$)/,
    () => import('./features/academy/part.ts'),
  );

const studio = () =>
  routesOf(
    'studio',
    /^\/(clients|projects|invoices\/studio|payments|items|pay|guest)(\/|$)/,
    () => import('./features/studio/part.ts'),
  );

/** Every address of the app. A domain adds its routes here and its module in shell/modules.ts, or to its part. */
export async function makeRouter() {
  const [advisory, consultancy, shown, school, freelance] = await Promise.all([
    office(),
    portal(),
    storefront(),
    academy(),
    studio(),
  ]);
  const routeTree = rootRoute.addChildren([
    ...accountRoutes,
    ...kitchenSinkRoutes,
    ...publicQuoteRoutes,
    ...shown.outside,
    ...school.outside,
    ...freelance.outside,
    appRoute.addChildren([
      ...advisory.inside,
      ...homeRoutes,
      ...contactsRoutes,
      ...vehiclesRoutes,
      ...quotesRoutes,
      ...invoicesRoutes,
      ...tasksRoutes,
      ...reportsRoutes,
      ...notificationsRoutes,
      ...outboxRoutes,
      ...settingsRoutes,
      ...consultancy.inside,
      ...school.inside,
      ...freelance.inside,
    ]),
  ]);
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPreloadDelay: 40,
    defaultPendingMs: 300,
    defaultPendingComponent: RoutePending,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: RouteNotFound,
    scrollRestoration: true,
  });
}

export type AppTree = Awaited<ReturnType<typeof makeRouter>>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppTree;
  }
}
