import { studioRoutes } from './routes.tsx';

export { studioModules as modules } from './rail.ts';

/** Every address of the studio: behind sign-in, and for everybody. */
export const routes = { inside: studioRoutes, outside: [] as const };
