import { guestRoutes } from '../guest/routes.tsx';
import { payInvoiceRoutes } from '../pay-invoice/routes.tsx';
import { studioRoutes } from './routes.tsx';

export { studioModules as modules } from './rail.ts';

/** Every address of the studio: behind sign-in, and for everybody. */
export const routes = { inside: studioRoutes, outside: [...payInvoiceRoutes, ...guestRoutes] as const };
