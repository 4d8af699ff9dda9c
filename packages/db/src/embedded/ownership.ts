import postgres, { type Sql } from 'postgres';
import { SUPERUSER } from './cluster.ts';

export const DATABASE = 'officina';

/** Any number does: the lock lives in the `postgres` database, where nothing else takes one. */
const OWNER_LOCK = 7_031_945;

/** Address of one database of the cluster. */
export function clusterUrl(port: number, password: string, database: string = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

export type Claim =
  | { outcome: 'owned'; session: Sql }
  | { outcome: 'taken' }
  | { outcome: 'not-answering'; reason: string };

/**
 * Claims a running server for this process: a session that holds an advisory lock until the process ends,
 * however it ends. So a server whose owner was killed is free to be taken over, and one whose owner lives is not.
 */
export async function claim(port: number, password: string): Promise<Claim> {
  const session = postgres(clusterUrl(port, password, 'postgres'), {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    connection: { application_name: 'officina owner' },
    onnotice: () => {},
  });
  try {
    const [row] = await session<
      { ours: boolean }[]
    >`select pg_try_advisory_lock(${OWNER_LOCK}::bigint) as ours`;
    if (row?.ours) {
      await createDatabase(session);
      return { outcome: 'owned', session };
    }
    await session.end({ timeout: 1 });
    return { outcome: 'taken' };
  } catch (error) {
    await session.end({ timeout: 0 });
    const { code, message } = error as Error & { code?: string };
    if (code === '28P01') throw error;
    return { outcome: 'not-answering', reason: message || (code ?? 'no answer') };
  }
}

async function createDatabase(session: Sql): Promise<void> {
  const [found] = await session`select from pg_database where datname = ${DATABASE}`;
  if (!found) await session.unsafe(`create database ${DATABASE}`);
}
