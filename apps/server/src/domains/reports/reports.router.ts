import { query, router } from '../../kernel/trpc.ts';
import { garageDashboard } from './dashboard.ts';
import { pipeline } from './pipeline.ts';
import { revenue } from './revenue.ts';

export const reportsRouter = router({
  revenue: query(revenue),
  pipeline: query(pipeline),
});

export const dashboardRouter = router({
  garage: query(garageDashboard),
});
