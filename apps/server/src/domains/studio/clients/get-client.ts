import { byId } from '@officina/contracts/contacts-inputs';
import type { StudioClientDetail } from '@officina/contracts/studio';
import { read } from '../../../kernel/operation.ts';
import { listStudioInvoices } from '../invoices/list-invoices.ts';
import { listProjects } from '../projects/list-projects.ts';
import { clientAbilities, presentClient } from './client-row.ts';
import { loadClient } from './load-client.ts';

const MOST = 50;

/** A client with the newest of its projects and invoices; what is open is summed over those invoices that are shown. */
export const getStudioClient = read({
  name: 'clients.get',
  permission: 'studio.clients.read',
  input: byId,
  async run(ctx, { id }): Promise<StudioClientDetail> {
    const row = await loadClient(ctx, id);
    const [projects, invoices] = await Promise.all([
      listProjects(ctx, { clientId: id, limit: MOST }),
      listStudioInvoices(ctx, { clientId: id, limit: MOST }),
    ]);
    const open = new Map<string, number>();
    for (const { currency, openCents } of invoices.items)
      if (openCents) open.set(currency, (open.get(currency) ?? 0) + openCents);
    return {
      ...presentClient(row),
      open: [...open].sort().map(([currency, cents]) => ({ currency, cents })),
      projects: projects.items.map(({ id: project, name, status, deadline }) => ({
        id: project,
        name,
        status,
        deadline,
      })),
      invoices: invoices.items.map(({ id: invoice, number, status, totalCents, currency, dueDate }) => ({
        id: invoice,
        number,
        status,
        totalCents,
        currency,
        dueDate,
      })),
      abilities: clientAbilities(ctx),
    };
  },
});
