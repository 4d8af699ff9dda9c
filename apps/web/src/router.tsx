import { createRouter, type RouterHistory } from '@tanstack/react-router';
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
const OFFICE = /^\/office(\/|$)/;
const PORTAL = /^\/portal(\/|$)/;
const STOREFRONT = /^\/(marketplace|request-scope|partners|success|receipt)(\/|$)/;
const ACADEMY =
  /^\/(programs|apprentice|training|shop|program-holder|set-password|account\/billing|store)(\/|$)/;
const STUDIO = /^\/(clients|projects|invoices\/studio|payments|items|pay|guest)(\/|$)/;

/**
 * Every address of the app, for a page that is opened at `pathname`. A domain adds its routes here and its module in
 * shell/modules.ts, or to its part.
 */
export async function growRoutes(pathname: string) {
  const [advisory, consultancy, shown, school, freelance] = await Promise.all([
    routesOf('office', OFFICE, pathname, () => import('./features/office/part.ts')),
    routesOf('portal', PORTAL, pathname, () => import('./features/portal/part.ts')),
    routesOf('portal', STOREFRONT, pathname, () => import('./features/marketplace/part.ts')),
    routesOf('academy', ACADEMY, pathname, () => import('./features/academy/part.ts')),
    routesOf('studio', STUDIO, pathname, () => import('./features/studio/part.ts')),
  ]);
  return rootRoute.addChildren([
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
}

/** `history` is the browser's unless another is given. */
export function makeRouter(routeTree: Awaited<ReturnType<typeof growRoutes>>, history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    defaultPreload: 'intent',
    defaultPreloadDelay: 40,
    defaultPendingMs: 300,
    defaultPendingComponent: RoutePending,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: RouteNotFound,
    // On the server it would write a script into the page, which the page's policy does not let run.
    scrollRestoration: !import.meta.env.SSR,
  });
}

export type AppTree = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppTree;
  }
}
