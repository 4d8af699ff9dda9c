import { Hono } from 'hono';
import type { Services } from '../kernel/services.ts';

export interface HealthParts {
  services: Services;
  version: string;
  /** Which kind of installation this is: `local`, `test`, `staging` or `production`. */
  appEnv: string;
  /** True once the process has been told to stop: load balancers then look elsewhere. */
  stopping: () => boolean;
}

const TIMEOUT_MS = 2000;

async function databaseAnswers(services: Services): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(resolve, TIMEOUT_MS, false).unref());
  const answer = services.client.sql`select 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, timeout]);
}

/** `/health` for load balancers (503 when the database does not answer), `/info` for people; both as the office's contract. */
export function healthRoutes({ services, version, appEnv, stopping }: HealthParts): Hono {
  return new Hono()
    .get('/health', async (c) => {
      const database = await databaseAnswers(services);
      const ok = database && !stopping();
      return c.json(
        { status: ok ? 'healthy' : 'unhealthy', database: database ? 'connected' : 'disconnected' },
        ok ? 200 : 503,
      );
    })
    .get('/info', (c) => c.json({ app: 'Officina', env: appEnv }, 200, { 'x-officina-version': version }));
}
