import { billingRoutes } from '../billing/routes.tsx';
import { catalogueRoutes } from '../catalogue/routes.tsx';
import { changeRequestsRoutes } from '../change-requests/routes.tsx';
import { dangerZoneRoutes } from '../danger-zone/routes.tsx';
import { editsRoutes } from '../edits/routes.tsx';
import { engagementDocumentsRoutes } from '../engagement-documents/routes.tsx';
import { engagementsRoutes } from '../engagements/routes.tsx';
import { inquiriesRoutes } from '../inquiries/routes.tsx';
import { organizationsRoutes } from '../organizations/routes.tsx';
import { peopleRoutes } from '../people/routes.tsx';
import { scopesRoutes } from '../scopes/routes.tsx';
import { talentRoutes } from '../talent/routes.tsx';
import { portalRoutes } from './routes.tsx';

export { heading, portalModules as modules } from './rail.ts';

/** Every address of the consultancy and its client portal: behind sign-in. */
export const routes = {
  inside: [
    ...portalRoutes,
    ...inquiriesRoutes,
    ...engagementsRoutes,
    ...changeRequestsRoutes,
    ...scopesRoutes,
    ...organizationsRoutes,
    ...peopleRoutes,
    ...talentRoutes,
    ...engagementDocumentsRoutes,
    ...editsRoutes,
    ...dangerZoneRoutes,
    ...catalogueRoutes,
    ...billingRoutes,
  ] as const,
};
