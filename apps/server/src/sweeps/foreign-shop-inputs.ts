import { ReceivedFile } from '../kernel/received-file.ts';
import type { Case } from './foreign-inputs.ts';

const UNREAD_FILE = new ReceivedFile({
  filename: 'x',
  claimedType: '',
  size: 1,
  sha256: '',
  tooLarge: false,
  path: '/nowhere',
});
const tiers = [{ id: 'one', name: 'x', amountCents: 500, currency: 'usd', downloads: null }];

const project = (objectId: string) => ({ namespace: 'project', objectId, relation: 'can_view' });
const tuple = (objectId: string, subjectId: string) => ({
  namespace: 'project',
  objectId,
  relation: 'viewer',
  subjectId,
});

/** What the shop and payments do with another tenant's ids. */
export const SHOP_CASES: Record<string, Case> = {
  'payments.createIntent': ['blind', () => ({ amount: 500 })],
  'payments.createIntentEnhanced': ['blind', () => ({ amount: 500 })],
  'payments.getIntent': ['missing', ({ intentId }) => ({ id: intentId })],
  'payments.list': ['blind', ({ invoiceId }) => ({ invoiceId })],
  'payments.get': ['missing', ({ purchaseId }) => ({ id: purchaseId })],
  'payments.refund': ['missing', ({ purchaseId }) => ({ id: purchaseId })],
  'payments.subscriptions': ['blind', () => ({})],
  'studioInvoices.retryPayment': ['missing', ({ studioInvoiceId }) => ({ invoiceId: studioInvoiceId })],
  'studioInvoices.pay': ['missing', ({ studioInvoiceId }) => ({ invoiceId: studioInvoiceId })],
  'studioInvoices.pdf': ['missing', ({ studioInvoiceId }) => ({ id: studioInvoiceId })],
  'invoices.public': ['blind', () => ({ token: 'x' })],
  'invoices.payPublic': ['blind', () => ({ token: 'x' })],
  'permissions.check': ['blind', ({ projectId }) => project(projectId)],
  'permissions.checkMany': ['blind', ({ projectId }) => ({ checks: [project(projectId)] })],
  'permissions.candidates': ['missing', ({ projectId }) => project(projectId)],
  'permissions.explain': ['missing', ({ projectId }) => project(projectId)],
  'permissions.grant': ['blind', ({ projectId, memberId }) => tuple(projectId, memberId)],
  'permissions.grantMany': ['blind', ({ projectId, memberId }) => ({ grants: [tuple(projectId, memberId)] })],
  'permissions.revoke': ['missing', ({ projectId, memberId }) => tuple(projectId, memberId)],
  'permissions.revokeMany': [
    'blind',
    ({ projectId, memberId }) => ({ revokes: [tuple(projectId, memberId)] }),
  ],
  'items.create': ['blind', () => ({ title: 'x', itemType: 'image', tiers })],
  'items.list': ['blind', () => ({})],
  'items.setFile': ['missing', ({ itemId }) => ({ id: itemId, file: UNREAD_FILE })],
  'items.buy': [
    'missing',
    ({ itemId }) => ({
      itemId,
      itemType: 'image',
      tierId: 'one',
      amount: 500,
      paymentMethodId: 'pm_card_visa',
    }),
  ],
  'items.purchase': ['missing', ({ purchaseId }) => ({ transactionId: purchaseId })],
  'items.download': ['missing', ({ grantId }) => ({ id: grantId, token: 'x' })],
  'guest.get': ['missing', ({ guestSessionId }) => ({ sessionId: guestSessionId })],
  'guest.prices': ['blind', () => ({})],
  'guest.setPrice': ['blind', () => ({ feature: 'ai-create', duration: '1 hour', amountCents: 600 })],
  'guest.checkout': [
    'blind',
    () => ({ feature: 'ai-create', duration: '1 hour', email: 'g@example.test', name: 'x' }),
  ],
  'guest.buy': [
    'blind',
    () => ({ email: 'g@x.test', name: 'x', feature: 'ai-create', duration: '1 hour', amount: 500 }),
  ],
};
