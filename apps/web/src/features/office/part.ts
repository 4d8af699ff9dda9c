import { bindersRoutes } from '../binders/routes.tsx';
import { chargesRoutes } from '../charges/routes.tsx';
import { officeClientsRoutes } from '../office-clients/routes.tsx';
import { officeRoutes } from './routes.tsx';

export { officeModules as modules } from './rail.ts';

/** Every address of the advisory office; it has none for who is not signed in. */
export const routes = {
  inside: [...officeRoutes, ...bindersRoutes, ...officeClientsRoutes, ...chargesRoutes] as const,
};
