import { createMember } from '@officina/db/factories';
import { logManualActivity } from '../domains/activities/log-manual-activity.ts';
import { receiveBinder } from '../domains/binders/receive-binder.ts';
import { createCharge } from '../domains/charges/create-charge.ts';
import { issueCharge } from '../domains/charges/issue-charge.ts';
import { remindPayment } from '../domains/charges/remind-payment.ts';
import { createContact } from '../domains/contacts/create-contact.ts';
import { createOfficeClient } from '../domains/office-clients/create-office-client.ts';
import { updateOfficeClient } from '../domains/office-clients/update-office-client.ts';
import { uploadDocument } from '../domains/permanent-documents/upload-document.ts';
import { createView } from '../domains/preferences/create-view.ts';
import { createInvoice } from '../domains/sales/invoices/create-invoice.ts';
import { recordInvoicePayment } from '../domains/sales/invoices/record-payment.ts';
import { setInvoiceStatus } from '../domains/sales/invoices/set-invoice-status.ts';
import { createQuote } from '../domains/sales/quotes/create-quote.ts';
import { createTask } from '../domains/tasks/create-task.ts';
import { invite } from '../domains/tenancy/invite.ts';
import { addServiceRecord } from '../domains/vehicles/add-service-record.ts';
import { createVehicle } from '../domains/vehicles/create-vehicle.ts';
import { PDF, received } from '../testing/files.ts';
import { createWorld, type World } from '../testing/harness.ts';
import { createForeignLearning, type ForeignLearning } from './foreign-learning.ts';
import { createForeignPortal, type ForeignPortal } from './foreign-portal.ts';
import { createForeignShop, type ForeignShop } from './foreign-shop.ts';
import { createForeignStudio, type ForeignStudio } from './foreign-studio.ts';
import { createForeignTraining, type ForeignTraining } from './foreign-training.ts';

/** A word that stands in every text of the foreign tenant: an answer that holds it has leaked. */
export const MARK = 'zzforeignzz';

/** What the tenant's client owes: digits that stand nowhere else. */
export const AMOUNT = '73519264.83';

/** Ids of one row of every kind, all of one tenant. */
export interface ForeignRows
  extends ForeignPortal,
    ForeignTraining,
    ForeignLearning,
    ForeignStudio,
    ForeignShop {
  world: World;
  contactId: string;
  vehicleId: string;
  serviceId: string;
  quoteId: string;
  draftId: string;
  invoiceId: string;
  taskId: string;
  invitationId: string;
  memberId: string;
  viewId: string;
  /** Integers by which the office names its records. */
  clientRef: number;
  documentRef: number;
  documentId: string;
  chargeRef: number;
  binderRef: number;
  binderId: string;
}

/** The ids among somebody's rows. */
export const idsOf = (rows: object): string[] =>
  Object.values(rows).filter((id): id is string => typeof id === 'string' && id.length === 36);

const lines = [{ description: MARK, quantity: 1, unitPriceCents: 1000 }];

/** A tenant that somebody else must never see, with something of everything in it. */
export async function createForeignWorld(): Promise<ForeignRows> {
  const world = await createWorld('owner', { name: MARK });
  const { ctx } = world;
  const { id: contactId } = await createContact(ctx, {
    firstName: MARK,
    lastName: MARK,
    email: `${MARK}@example.test`,
    tags: [MARK],
  });
  const vehicle = {
    ownerId: contactId,
    vin: 'VF1AAAA1234567890',
    licensePlate: 'ZZ-999-ZZ',
    make: MARK,
    model: MARK,
    year: 2020,
  };
  const { id: vehicleId } = await createVehicle(ctx, vehicle);
  const { id: serviceId } = await addServiceRecord(ctx, {
    vehicleId,
    date: ctx.today,
    mileage: 1000,
    description: MARK,
  });
  const { id: quoteId } = await createQuote(ctx, { contactId, vehicleId, lines, notes: MARK });
  const { id: draftId } = await createInvoice(ctx, { contactId, lines, notes: MARK });
  const { id: invoiceId } = await createInvoice(ctx, { contactId, lines });
  await setInvoiceStatus(ctx, { id: invoiceId, status: 'sent' });
  await recordInvoicePayment(ctx, { id: invoiceId, amountCents: 100, method: 'cash' });
  const { id: taskId } = await createTask(ctx, { title: MARK, contactId });
  await logManualActivity(ctx, { type: 'NOTE_ADDED', description: MARK, contactId });
  const { id: invitationId } = await invite(ctx, { email: `${MARK}.invited@example.test`, role: 'member' });
  const { id: memberId } = await createMember(world.server.services.client.db, world.tenant.id, 'member', {
    name: MARK,
  });
  const { id: viewId } = await createView(ctx, {
    list: 'contacts',
    label: MARK,
    params: { q: MARK },
    shared: true,
  });
  const { ref: clientRef } = await createOfficeClient(ctx, {
    fullName: MARK,
    idNumber: MARK,
    clientType: 'company',
    openedAt: ctx.today,
    notes: MARK,
  });
  const file = await received(ctx, PDF, { filename: `${MARK}.pdf` });
  const { ref: documentRef } = await uploadDocument(ctx, { clientRef, documentType: 'id_copy', file });
  const [stored] = await world.server.services.client.sql<{ id: string }[]>`
    select id from documents where tenant_id = ${world.tenant.id} and ref = ${documentRef}`;
  const { ref: chargeRef } = await createCharge(ctx, { clientRef, amount: AMOUNT, chargeType: 'retainer' });
  await issueCharge(ctx, { ref: chargeRef });
  await updateOfficeClient(ctx, { ref: clientRef, phone: '+972501234567' });
  await remindPayment(ctx, { clientRef });
  const binder = await receiveBinder(ctx, {
    clientRef,
    binderNumber: MARK,
    receivedAt: ctx.today,
    notes: MARK,
  });
  const training = await createForeignTraining(world, MARK);
  return {
    ...(await createForeignPortal(world, MARK)),
    ...(await createForeignStudio(world, MARK)),
    ...(await createForeignShop(world, MARK)),
    ...training,
    ...(await createForeignLearning(world, MARK, training, stored?.id ?? '')),
    world,
    contactId,
    vehicleId,
    serviceId,
    quoteId,
    draftId,
    invoiceId,
    taskId,
    invitationId,
    memberId,
    viewId,
    clientRef,
    documentRef,
    documentId: stored?.id ?? '',
    chargeRef,
    binderRef: binder.ref,
    binderId: binder.id,
  };
}
