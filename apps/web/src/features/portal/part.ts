import { changeRequestsRoutes } from '../change-requests/routes.tsx';
import { engagementsRoutes } from '../engagements/routes.tsx';
import { inquiriesRoutes } from '../inquiries/routes.tsx';
import { scopesRoutes } from '../scopes/routes.tsx';

export { portalModules as modules } from './rail.ts';

/** Every address of the consultancy and its client portal: behind sign-in, and for everybody. */
export const routes = {
  inside: [...inquiriesRoutes, ...engagementsRoutes, ...changeRequestsRoutes, ...scopesRoutes] as const,
  outside: [] as const,
};
