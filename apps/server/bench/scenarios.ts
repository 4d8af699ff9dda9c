import type { Dataset } from './dataset.ts';
import { pick, post, query, type Scenario } from './shots.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Five letters: what a person has typed of a name when the answer should already be there. */
const word = () => Array.from({ length: 5 }, () => pick(LETTERS)).join('');
let made = 0;

const contact = () => {
  made += 1;
  return {
    firstName: 'Sophie',
    lastName: `Martin ${made}`,
    email: `s${process.pid}.${made}@example.test`,
    phone: '+33698765432',
  };
};
const wireContact = () => {
  const { firstName, lastName, ...rest } = contact();
  return { first_name: firstName, last_name: lastName, ...rest };
};
const lines = Array.from({ length: 5 }, (_, i) => ({
  description: `Remplacement ${i}`,
  quantity: 1 + i,
  unitPriceCents: 1250 * (i + 1),
}));
const items = lines.map(({ unitPriceCents, ...line }) => ({ ...line, unit_price: unitPriceCents / 100 }));

/** What is measured, through tRPC and REST, each beside the twin that answers the same. */
export function scenarios({ contactIds }: Dataset, cursors: { value: string; id: string }[]): Scenario[] {
  const listTwin = () => {
    const { value, id } = pick(cursors);
    return { method: 'GET' as const, path: `/list?value=${encodeURIComponent(value)}&id=${id}` };
  };
  const cursorOf = ({ value, id }: { value: string; id: string }) =>
    Buffer.from(JSON.stringify([value, id])).toString('base64url');
  const page = () => 1 + Math.floor(Math.random() * 25);
  const readTwin = () => ({ method: 'GET' as const, path: `/read/${pick(contactIds)}` });
  const searchTwin = () => ({ method: 'GET' as const, path: `/search?q=${word()}` });
  const createTwin = () => post('/create', contact());
  return [
    {
      name: 'list 20, tRPC',
      target: 0.7,
      ours: () => query('contacts.list', { limit: 20, cursor: cursorOf(pick(cursors)) }),
      twin: listTwin,
    },
    {
      name: 'list 20 + exact count, REST',
      target: 0.7,
      ours: () => ({ method: 'GET', path: `/api/contacts?page=${page()}` }),
      twin: () => ({ method: 'GET', path: `/page?page=${page()}` }),
    },
    {
      name: 'read + relations, tRPC',
      target: 0.65,
      ours: () => query('contacts.get', { id: pick(contactIds) }),
      twin: readTwin,
    },
    {
      name: 'read + relations, REST',
      target: 0.65,
      ours: () => ({ method: 'GET', path: `/api/contacts/${pick(contactIds)}` }),
      twin: readTwin,
    },
    {
      name: 'create, tRPC',
      target: 0.7,
      ours: () => post('/trpc/contacts.create', contact()),
      twin: createTwin,
    },
    { name: 'create, REST', target: 0.7, ours: () => post('/api/contacts', wireContact()), twin: createTwin },
    {
      name: 'invoice + 5 lines, tRPC',
      target: 0.75,
      ours: () => post('/trpc/invoices.create', { contactId: pick(contactIds), lines }),
      twin: () => post('/invoice', { contactId: pick(contactIds), lines }),
    },
    {
      name: 'quote + 5 lines, REST',
      target: 0.75,
      ours: () => post('/api/quotes', { contact_id: pick(contactIds), items }),
      twin: () => post('/quote', { contactId: pick(contactIds), lines }),
    },
    {
      name: 'search, tRPC',
      target: 0.85,
      ours: () => query('contacts.list', { limit: 20, search: word() }),
      twin: searchTwin,
    },
    {
      name: 'dashboard, tRPC',
      target: 20,
      ours: () => query('dashboard.garage', {}),
      twin: () => ({ method: 'GET', path: '/dashboard' }),
    },
  ];
}
