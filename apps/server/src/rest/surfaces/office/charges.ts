import type { ChargeListItem } from '@officina/contracts/charges';
import { chargeAmount, chargeCreate } from '@officina/contracts/charges-inputs';
import { decimalFromMinor } from '@officina/contracts/money';
import { CHARGE_STATUSES, CHARGE_TYPES } from '@officina/contracts/office';
import { z } from 'zod';
import { cancelCharge } from '../../../domains/charges/cancel-charge.ts';
import { createCharge } from '../../../domains/charges/create-charge.ts';
import { readCharge } from '../../../domains/charges/get-charge.ts';
import { issueCharge } from '../../../domains/charges/issue-charge.ts';
import { markChargePaid } from '../../../domains/charges/mark-charge-paid.ts';
import { pageCharges } from '../../../domains/charges/page-charges.ts';
import { row } from '../../row.ts';
import {
  bodyId,
  id,
  pageOf,
  pageQuery,
  pathId,
  printPage,
  printStamp,
  printStampOrNull,
  queryWord,
  stamp,
  wordOf,
} from './wire.ts';

const tag = 'Charges';

const charge = z.strictObject({
  id,
  client_id: id,
  amount: z.number().positive().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  charge_type: z.enum(CHARGE_TYPES),
  period: z.string().nullable(),
  status: z.enum(CHARGE_STATUSES),
  created_at: stamp,
  issued_at: stamp.nullable(),
  paid_at: stamp.nullable(),
});

/** Who may not see amounts gets neither of the amount's keys. */
const printAmount = ({ amountMinor, currency }: ChargeListItem) =>
  amountMinor === undefined ? {} : { amount: decimalFromMinor(amountMinor), currency };

const printCharge = (view: ChargeListItem) => ({
  id: view.ref,
  client_id: view.client.ref,
  ...printAmount(view),
  charge_type: view.chargeType,
  period: view.period,
  status: view.status,
  created_at: printStamp(view.createdAt),
  issued_at: printStampOrNull(view.issuedAt),
  paid_at: printStampOrNull(view.paidAt),
});

const { period, currency } = chargeCreate.shape;

/** Judged here and handed on as it was written, so that all faulty fields are named at once. */
const amount = z
  .union([z.number(), z.string()], {
    error: ({ input }) => (input === undefined || input === null ? 'Required' : 'Must be a number'),
  })
  .superRefine((value, context) => {
    const { error } = chargeAmount.safeParse(value);
    for (const { message } of error?.issues ?? []) context.addIssue({ code: 'custom', message });
  });

const createBody = z
  .object({ client_id: bodyId, amount, charge_type: wordOf(CHARGE_TYPES), period, currency })
  .transform(({ client_id, charge_type, ...rest }) => ({
    clientRef: client_id,
    chargeType: charge_type,
    ...rest,
  }));

const listQuery = z
  .object({ client_id: queryWord(pathId), status: queryWord(wordOf(CHARGE_STATUSES)), ...pageQuery() })
  .transform(({ client_id, page_size, ...words }) => ({
    ...words,
    clientRef: client_id,
    pageSize: page_size,
  }));

const path = z.object({ charge_id: pathId }).transform(({ charge_id }) => ({ ref: charge_id }));

const stepRow = (step: string, operation: typeof issueCharge, summary: string) =>
  row({
    method: 'POST',
    path: `/v1/charges/:charge_id/${step}`,
    summary,
    tag,
    operation,
    params: path,
    answer: 'bare',
    present: (view) => ({ data: printCharge(view) }),
    response: charge,
  });

export const chargeRows = [
  row({
    method: 'POST',
    path: '/v1/charges',
    summary: 'Note what a client owes, as a draft',
    tag,
    operation: createCharge,
    body: createBody,
    status: 201,
    answer: 'bare',
    present: (view) => ({ data: printCharge(view) }),
    response: charge,
  }),
  row({
    method: 'GET',
    path: '/v1/charges',
    summary: 'Charges, the newest first; amounts for advisors',
    tag,
    operation: pageCharges,
    query: listQuery,
    answer: 'bare',
    present: (page) => printPage(page, printCharge),
    response: pageOf(charge),
  }),
  row({
    method: 'GET',
    path: '/v1/charges/:charge_id',
    summary: 'A charge; its amount for advisors',
    tag,
    operation: readCharge,
    params: path,
    answer: 'bare',
    present: (view) => ({ data: printCharge(view) }),
    response: charge,
  }),
  stepRow('issue', issueCharge, 'Issue a draft'),
  stepRow('mark-paid', markChargePaid, 'Mark an issued charge as paid'),
  stepRow('cancel', cancelCharge, 'Cancel a draft or an issued charge'),
];
