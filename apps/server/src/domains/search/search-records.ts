import type { Permission } from '@officina/contracts/permissions';
import type { SearchResults } from '@officina/contracts/search';
import { recordSearch } from '@officina/contracts/search-inputs';
import { may } from '../../kernel/authorize.ts';
import { read } from '../../kernel/operation.ts';
import { documentNumbers } from './document-numbers.ts';
import { findContacts } from './find-contacts.ts';
import { findInvoices, findQuotes } from './find-documents.ts';
import { findBinders, findOfficeClients } from './find-office.ts';
import { findTasks } from './find-tasks.ts';
import { findVehicles } from './find-vehicles.ts';

/** What a text names, for the command palette: one statement per kind that the asker may read, all at once. */
export const searchRecords = read({
  name: 'search.records',
  permission: 'member',
  input: recordSearch,
  async run(ctx, { q, limit }): Promise<SearchResults> {
    const db = ctx.services.client.perCall;
    const tenantId = ctx.tenant.id;
    const numbers = documentNumbers(q, Number(ctx.today.slice(0, 4)));
    const asked = { tenantId, today: ctx.today, numbers, limit };
    const when = async <T>(word: Permission, given: boolean, find: () => Promise<T[]>): Promise<T[]> =>
      given && may(ctx.actor, word) ? find() : [];
    const [contacts, vehicles, quotes, invoices, tasks, officeClients, binders] = await Promise.all([
      when('contacts.read', q !== '', () => findContacts(db, tenantId, q, limit)),
      when('vehicles.read', q !== '', () => findVehicles(db, tenantId, q, limit)),
      when('quotes.read', numbers.length > 0, () => findQuotes(db, asked)),
      when('invoices.read', numbers.length > 0, () => findInvoices(db, asked)),
      when('tasks.read', q !== '', () => findTasks(db, tenantId, q, limit)),
      when('office.clients.read', q !== '', () => findOfficeClients(db, tenantId, q, limit)),
      when('office.binders.read', q !== '', () => findBinders(db, tenantId, q, limit)),
    ]);
    return { contacts, vehicles, quotes, invoices, tasks, officeClients, binders };
  },
});
