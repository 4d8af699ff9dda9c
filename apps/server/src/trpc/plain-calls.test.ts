import { createContact } from '@officina/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { createWorld, type HttpClient, httpClient } from '../testing/harness.ts';

let owner: HttpClient;
let contactId: string;
beforeAll(async () => {
  const world = await createWorld();
  owner = await httpClient(world);
  contactId = (await createContact(world.server.services.client.db, world.tenant.id, { firstName: 'Sophie' }))
    .id;
});

/** With this header a request goes the library's own way. */
const LIBRARY = { 'trpc-accept': 'application/json' };
const input = (value: unknown) => `input=${encodeURIComponent(JSON.stringify(value))}`;
const missing = '01900000-0000-7000-8000-000000000000';

const requests: [what: string, method: string, path: () => string, body?: unknown][] = [
  ['a query', 'GET', () => `contacts.get?${input({ id: contactId })}`],
  ['a query without input', 'GET', () => 'contacts.tags'],
  ['a query with null', 'GET', () => `contacts.list?${input(null)}`],
  ['a query with an empty input', 'GET', () => 'contacts.list?input='],
  ['a record that is not there', 'GET', () => `contacts.get?${input({ id: missing })}`],
  ['input of a wrong type', 'GET', () => `contacts.get?${input({ id: 7 })}`],
  ['input that is no JSON', 'GET', () => 'contacts.get?input={'],
  ['a batch of one', 'GET', () => `contacts.get?batch=1&${input({ 0: { id: contactId } })}`],
  [
    'a batch of which one fails',
    'GET',
    () =>
      `contacts.get,contacts.get,contacts.tags?batch=1&${input({ 0: { id: contactId }, 1: { id: missing } })}`,
  ],
  ['a batch without input', 'GET', () => 'contacts.get,contacts.tags?batch=1'],
  ['a batch whose input is a list', 'GET', () => `contacts.get?batch=1&${input([{ id: missing }])}`],
  ['a batch whose input is a text', 'GET', () => `contacts.get?batch=1&${input('x')}`],
  ['a batch of what there is and what there is not', 'GET', () => 'contacts.tags,contacts.nothing?batch=1'],
  ['a batch of a query and a mutation', 'GET', () => 'contacts.tags,contacts.create?batch=1'],
  ['an unknown procedure', 'GET', () => 'contacts.nothing'],
  ['a name of every object', 'GET', () => 'constructor'],
  ['a router', 'GET', () => 'contacts'],
  ['a mutation by GET', 'GET', () => `contacts.create?${input({})}`],
  ['a query by POST', 'POST', () => 'contacts.tags', {}],
  ['a mutation that is refused', 'POST', () => 'contacts.create', { firstName: '' }],
  ['a mutation without a body', 'POST', () => 'contacts.create'],
  ['a mutation whose body is no JSON', 'POST', () => 'contacts.create', '{"firstName"'],
  ['a mutation whose body is null', 'POST', () => 'contacts.create', 'null'],
  [
    'a batch of mutations',
    'POST',
    () => 'contacts.delete,contacts.create?batch=1',
    { 0: { id: missing }, 1: 2 },
  ],
  ['a batch of mutations without a body', 'POST', () => 'contacts.create?batch=1', ''],
];

it.for(requests)('answers %s as the library does', async ([, method, path, body]) => {
  const ask = async (more: Record<string, string>) => {
    const headers = { origin: 'http://localhost:3000', 'x-request-id': 'the-same', ...more };
    const answer = await owner.call(method, `/trpc/${path()}`, body, headers);
    return { ...answer, headers: Object.fromEntries(answer.headers) };
  };
  expect(await ask({})).toEqual(await ask(LIBRARY));
});

it('writes what a mutation is to write', async () => {
  const headers = { origin: 'http://localhost:3000' };
  const made = await owner.call(
    'POST',
    '/trpc/contacts.create?batch=1',
    { 0: { firstName: 'Marc', lastName: 'Petit' } },
    headers,
  );
  expect([made.status, made.body[0].result.data.firstName]).toEqual([200, 'Marc']);
});

it('tells what a request is refused for before any procedure runs', async () => {
  const refusals: [method: string, path: string, contentType: string, status: number, appCode: string][] = [
    ['GET', 'contacts.nothing', 'application/json', 404, 'NOT_FOUND'],
    ['GET', 'contacts.create', 'application/json', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', 'contacts.create', 'text/plain', 415, 'INVALID_JSON'],
  ];
  for (const [method, path, contentType, status, appCode] of refusals) {
    const body = method === 'POST' ? 'x' : undefined;
    const headers = { origin: 'http://localhost:3000', 'content-type': contentType };
    const answer = await owner.call(method, `/trpc/${path}`, body, headers);
    const { error } = JSON.parse(answer.bytes.toString());
    expect([answer.status, error.data.appCode], path).toEqual([status, appCode]);
    expect(error.message).not.toBe('Internal server error');
  }
});
