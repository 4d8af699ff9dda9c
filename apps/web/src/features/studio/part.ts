import { guestRoutes } from '../guest/routes.tsx';
import { itemsRoutes } from '../items/routes.tsx';
import { payInvoiceRoutes } from '../pay-invoice/routes.tsx';
import { paymentsRoutes } from '../payments/routes.tsx';
import { studioRoutes } from './routes.tsx';

export { studioModules as modules } from './rail.ts';

/** Every address of the studio: behind sign-in, and for everybody. */
export const routes = {
  inside: [...studioRoutes, ...paymentsRoutes, ...itemsRoutes] as const,
  outside: [...payInvoiceRoutes, ...guestRoutes] as const,
};
