import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './features/account/routes.tsx';
import { bindersRoutes } from './features/binders/routes.tsx';
import { changeRequestsRoutes } from './features/change-requests/routes.tsx';
import { chargesRoutes } from './features/charges/routes.tsx';
import { contactsRoutes } from './features/contacts/routes.tsx';
import { engagementsRoutes } from './features/engagements/routes.tsx';
import { homeRoutes } from './features/home/routes.tsx';
import { inquiriesRoutes } from './features/inquiries/routes.tsx';
import { invoicesRoutes } from './features/invoices/routes.tsx';
import { kitchenSinkRoutes } from './features/kitchen-sink/routes.tsx';
import { notificationsRoutes } from './features/notifications/routes.tsx';
import { officeRoutes } from './features/office/routes.tsx';
import { officeClientsRoutes } from './features/office-clients/routes.tsx';
import { outboxRoutes } from './features/outbox/routes.tsx';
import { publicQuoteRoutes } from './features/public-quote/routes.tsx';
import { quotesRoutes } from './features/quotes/routes.tsx';
import { reportsRoutes } from './features/reports/routes.tsx';
import { scopesRoutes } from './features/scopes/routes.tsx';
import { settingsRoutes } from './features/settings/routes.tsx';
import { tasksRoutes } from './features/tasks/routes.tsx';
import { vehiclesRoutes } from './features/vehicles/routes.tsx';
import { appRoute, rootRoute } from './shell/root-routes.tsx';
import { RouteError, RouteNotFound, RoutePending } from './shell/route-pages.tsx';

const routeTree = rootRoute.addChildren([
  ...accountRoutes,
  ...kitchenSinkRoutes,
  ...publicQuoteRoutes,
  appRoute.addChildren([
    ...homeRoutes,
    ...officeRoutes,
    ...bindersRoutes,
    ...officeClientsRoutes,
    ...chargesRoutes,
    ...inquiriesRoutes,
    ...engagementsRoutes,
    ...changeRequestsRoutes,
    ...scopesRoutes,
    ...contactsRoutes,
    ...vehiclesRoutes,
    ...quotesRoutes,
    ...invoicesRoutes,
    ...tasksRoutes,
    ...reportsRoutes,
    ...notificationsRoutes,
    ...outboxRoutes,
    ...settingsRoutes,
  ]),
]);

/** Every address of the app. A domain adds its routes here and its module in shell/modules.ts. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadDelay: 40,
  defaultPendingMs: 300,
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteNotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
