import { query, router } from '../../../kernel/trpc.ts';
import { readPortalDashboard } from './read-dashboard.ts';

export const portalDashboardRouter = router({ get: query(readPortalDashboard) });
