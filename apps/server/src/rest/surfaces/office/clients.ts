import { CLIENT_STATUSES, CLIENT_TYPES } from '@officina/contracts/office';
import type { OfficeClientView } from '@officina/contracts/office-clients';
import { officeClientCreate, officeClientUpdate } from '@officina/contracts/office-clients-inputs';
import { z } from 'zod';
import { createOfficeClient } from '../../../domains/office-clients/create-office-client.ts';
import { readOfficeClient } from '../../../domains/office-clients/get-office-client.ts';
import { pageOfficeClients } from '../../../domains/office-clients/page-office-clients.ts';
import { updateOfficeClient } from '../../../domains/office-clients/update-office-client.ts';
import { row } from '../../row.ts';
import { bodyDay, day, id, pageOf, pageQuery, pathId, printPage, queryWord, wordOf } from './wire.ts';

const tag = 'Clients';

const client = z.strictObject({
  id,
  full_name: z.string(),
  id_number: z.string(),
  client_type: z.enum(CLIENT_TYPES),
  status: z.enum(CLIENT_STATUSES),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  opened_at: day,
  closed_at: day.nullable(),
  notes: z.string().nullable(),
});

const printClient = (view: OfficeClientView) => ({
  id: view.ref,
  full_name: view.fullName,
  id_number: view.idNumber,
  client_type: view.clientType,
  status: view.status,
  phone: view.phone,
  email: view.email,
  opened_at: view.openedAt,
  closed_at: view.closedAt,
  notes: view.notes,
});

const path = z.object({ client_id: pathId }).transform(({ client_id }) => ({ ref: client_id }));

const { fullName, idNumber, phone, email, notes } = officeClientCreate.shape;

const createBody = z
  .object({
    full_name: fullName,
    id_number: idNumber,
    client_type: wordOf(CLIENT_TYPES),
    opened_at: bodyDay,
    phone,
    email,
    notes,
  })
  .transform(({ full_name, id_number, client_type, opened_at, ...rest }) => ({
    fullName: full_name,
    idNumber: id_number,
    clientType: client_type,
    openedAt: opened_at,
    ...rest,
  }));

/** Other keys of a client are ignored: they do not change. */
const updateBody = z
  .object({
    full_name: officeClientUpdate.shape.fullName,
    status: officeClientUpdate.shape.status,
    phone,
    email,
    notes,
  })
  .transform(({ full_name, ...rest }) => ({ fullName: full_name, ...rest }));

const listQuery = z
  .object({ status: queryWord(wordOf(CLIENT_STATUSES)), ...pageQuery() })
  .transform(({ page_size, ...words }) => ({ ...words, pageSize: page_size }));

export const clientRows = [
  row({
    method: 'POST',
    path: '/v1/clients',
    summary: 'Take in a client',
    tag,
    operation: createOfficeClient,
    body: createBody,
    status: 201,
    answer: 'bare',
    present: (view) => ({ data: printClient(view) }),
    response: client,
  }),
  row({
    method: 'GET',
    path: '/v1/clients',
    summary: 'Clients, in the order of their ids',
    tag,
    operation: pageOfficeClients,
    query: listQuery,
    answer: 'bare',
    present: (page) => printPage(page, printClient),
    response: pageOf(client),
  }),
  row({
    method: 'GET',
    path: '/v1/clients/:client_id',
    summary: 'A client',
    tag,
    operation: readOfficeClient,
    params: path,
    answer: 'bare',
    present: (view) => ({ data: printClient(view) }),
    response: client,
  }),
  row({
    method: 'PATCH',
    path: '/v1/clients/:client_id',
    summary: 'Change a client; only advisors freeze and close',
    tag,
    operation: updateOfficeClient,
    params: path,
    body: updateBody,
    answer: 'bare',
    present: (view) => ({ data: printClient(view) }),
    response: client,
  }),
];
