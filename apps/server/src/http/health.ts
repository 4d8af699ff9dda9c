import { Hono } from 'hono';
import type { Services } from '../kernel/services.ts';

export interface HealthParts {
  services: Services;
  version: string;
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

/** `/health` for load balancers (503 when the database does not answer), `/info` for people. */
export function healthRoutes({ services, version, stopping }: HealthParts): Hono {
  const started = Date.now();
  return new Hono()
    .get('/health', async (c) => {
      const database = await databaseAnswers(services);
      const ok = database && !stopping();
      return c.json(
        { status: ok ? 'ok' : 'unavailable', database: database ? 'ok' : 'unavailable' },
        ok ? 200 : 503,
      );
    })
    .get('/info', (c) =>
      c.json({
        name: 'Officina',
        version,
        demo: services.config.demo,
        uptimeSeconds: Math.floor((Date.now() - started) / 1000),
      }),
    );
}
