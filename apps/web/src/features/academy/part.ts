import { admissionInside, admissionRoutes } from '../admission/routes.tsx';
import { learnersRoutes } from '../learners/routes.tsx';
import { timeclockRoutes } from '../timeclock/routes.tsx';
import { trainingRoutes } from '../training/routes.tsx';
import { trainingStaffRoutes } from '../training-staff/routes.tsx';

export { heading, trainingModules as modules } from './rail.ts';

/** Every address of the academy: behind sign-in, and for everybody. */
export const routes = {
  inside: [
    ...trainingRoutes,
    ...timeclockRoutes,
    ...admissionInside,
    ...learnersRoutes,
    ...trainingStaffRoutes,
  ] as const,
  outside: admissionRoutes,
};
