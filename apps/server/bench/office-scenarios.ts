import type { BinderCursor } from './office-dataset.ts';
import { pick, query, type Scenario } from './shots.ts';

/** Four figures of a binder's number: it and some ten longer ones. */
const someNumber = (): string => `bnd-${1000 + Math.floor(Math.random() * 4000)}`;

/** Lists of an advisory office, each beside the twin that answers the same. */
export function officeScenarios(cursors: readonly BinderCursor[]): Scenario[] {
  const cursorOf = ({ day, ref, id }: BinderCursor) =>
    Buffer.from(JSON.stringify([`${day}/${ref}`, id])).toString('base64url');
  return [
    {
      name: 'open binders 20, tRPC',
      target: 0.7,
      ours: () => query('binders.list', { limit: 20, cursor: cursorOf(pick(cursors)) }),
      twin: () => {
        const { day, ref } = pick(cursors);
        return { method: 'GET', path: `/binders/open?day=${day}&ref=${ref}` };
      },
    },
    {
      name: 'work queue 20 + exact count, tRPC',
      target: 0.7,
      ours: () => query('binders.workQueue', { limit: 20 }),
      twin: () => ({ method: 'GET', path: '/binders/queue' }),
    },
    {
      name: 'alerts 20 + exact count, tRPC',
      target: 0.7,
      ours: () => query('binders.alerts', { limit: 20 }),
      twin: () => ({ method: 'GET', path: '/binders/alerts' }),
    },
    {
      name: 'office clients 20 + "1000+" count, tRPC',
      target: 0.7,
      ours: () => query('officeClients.list', { limit: 20 }),
      twin: () => ({ method: 'GET', path: '/clients' }),
    },
    {
      name: 'office search by number + count, tRPC',
      target: 0.85,
      ours: () => query('search.office', { limit: 20, query: someNumber() }),
      twin: () => ({ method: 'GET', path: `/office-search?q=${someNumber()}` }),
    },
  ];
}
