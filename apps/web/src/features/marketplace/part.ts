import { partnersRoutes } from '../partners/routes.tsx';
import { receiptRoutes } from '../receipt/routes.tsx';
import { marketplaceRoutes } from './routes.tsx';

/** What the consultancy shows to everybody. No rail leads there. */
export const routes = {
  inside: [] as const,
  outside: [...marketplaceRoutes, ...partnersRoutes, ...receiptRoutes] as const,
};
export const modules = [];
