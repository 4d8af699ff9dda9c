import { studioClientCreate } from '@officina/contracts/studio-inputs';
import { z } from 'zod';
import { carriesKey } from '../../../domains/identity/api-keys/key-token.ts';
import { printClient } from '../../../domains/studio/clients/client-row.ts';
import { createStudioClient } from '../../../domains/studio/clients/create-client.ts';
import { pageStudioClients } from '../../../domains/studio/clients/page-clients.ts';
import { type Carried, row } from '../../row.ts';
import { keyFailures } from './dialect.ts';
import { dataOf, id, moment, offsetPage, pageOf, printPage, queryWord } from './wire.ts';

const tag = 'Clients';

const client = z.strictObject({
  id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  address: z.string().nullable(),
  website: z.string().nullable(),
  status: z.string(),
  notes: z.string().nullable(),
  tags: z.array(z.string()),
  created_at: moment,
  updated_at: moment,
});

/** The office has these paths too: whoever sends a key means the studio. */
const claims = ({ authorization }: Carried): boolean => carriesKey(authorization);

/** Of a single client, which the office's contract knows, this one says nothing. */
export const clientCallers = { under: '/v1/clients/', claims, failures: keyFailures };

const common = { tag, claims, credential: 'apiKey', failures: keyFailures } as const;

export const clientRows = [
  row({
    ...common,
    method: 'GET',
    path: '/v1/clients',
    summary: 'Clients, newest first',
    operation: pageStudioClients,
    query: z.object({ status: queryWord, search: queryWord, ...offsetPage }),
    answer: 'bare',
    present: (page) => printPage(page, printClient),
    response: pageOf(client),
  }),
  row({
    ...common,
    method: 'POST',
    path: '/v1/clients',
    summary: 'Create a client',
    operation: createStudioClient,
    body: studioClientCreate,
    idempotent: true,
    status: 201,
    answer: 'bare',
    present: (view) => ({ data: { data: printClient(view) } }),
    response: dataOf(client),
  }),
];
