import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';

export type Db = PostgresJsDatabase;
/** A Drizzle handle bound to one open transaction. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Executor = Db | Tx;

export interface ClientOptions {
  /** Connections of this process. */
  max?: number;
  /** Sees every statement before it is sent (tests only). */
  onQuery?: (statement: string) => void;
  /** PostgreSQL settings of every connection, e.g. `synchronous_commit: 'off'`. */
  settings?: Record<string, string>;
  /** Name shown in pg_stat_activity. */
  name?: string;
}

export interface Client {
  sql: Sql;
  db: Db;
  /** A small pool whose prepared statements are planned anew per call, for searches whose best plan depends on the words. */
  perCall: Db;
  /** A further pool on the same database, to be closed by whoever opened it. */
  another(options: ClientOptions): Client;
  close(): Promise<void>;
}

/** Seconds before the next try of a connection that failed; the driver's own go up to 20, during which calls wait. */
const pauseAfter = (failures: number): number => (0.5 + Math.random() / 2) * Math.min(3 ** failures / 100, 2);

/** Opens a pool on a PostgreSQL ≥ 16. Connections are made on first use. */
export function createClient(url: string, options: ClientOptions = {}): Client {
  const open = (max: number, settings: Record<string, string> = {}) =>
    postgres(url, {
      max,
      onnotice: () => {},
      backoff: pauseAfter,
      connection: { application_name: options.name ?? 'officina', ...options.settings, ...settings },
      ...(options.onQuery && {
        debug: (_connection: number, statement: string) => options.onQuery?.(statement),
      }),
    });
  const sql = open(options.max ?? 10);
  const perCall = open(Math.max(2, Math.ceil((options.max ?? 10) / 2)), {
    plan_cache_mode: 'force_custom_plan',
  });
  return {
    sql,
    db: drizzle(sql),
    perCall: drizzle(perCall),
    another: (others) => createClient(url, others),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), perCall.end({ timeout: 5 })]);
    },
  };
}
