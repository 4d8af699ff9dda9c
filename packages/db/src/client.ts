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
  /** Name shown in pg_stat_activity. */
  name?: string;
}

export interface Client {
  sql: Sql;
  db: Db;
  close(): Promise<void>;
}

/** Opens a pool on a PostgreSQL ≥ 16. Connections are made on first use. */
export function createClient(url: string, options: ClientOptions = {}): Client {
  const sql = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    connection: { application_name: options.name ?? 'officina' },
    ...(options.onQuery && {
      debug: (_connection: number, statement: string) => options.onQuery?.(statement),
    }),
  });
  return { sql, db: drizzle(sql), close: () => sql.end({ timeout: 5 }) };
}
