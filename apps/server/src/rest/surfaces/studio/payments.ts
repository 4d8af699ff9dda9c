import {
  guestPurchase,
  intentCreate,
  type intentCreateEnhanced,
  itemPurchase,
} from '@officina/contracts/payment-intents-inputs';
import { z } from 'zod';
import { createIntent } from '../../../domains/payments/intents/create-intent.ts';
import { createIntentEnhanced } from '../../../domains/payments/intents/create-intent-enhanced.ts';
import { getIntent } from '../../../domains/payments/intents/get-intent.ts';
import { buyGuestAccess } from '../../../domains/shop/guest/buy-guest-access.ts';
import { buyItem, type PurchaseView } from '../../../domains/shop/items/buy-item.ts';
import { downloadItem } from '../../../domains/shop/items/download-item.ts';
import { getPurchase } from '../../../domains/shop/items/get-purchase.ts';
import { retryInvoicePayment } from '../../../domains/studio/invoices/retry-payment.ts';
import { fileRow, type RestRow, row } from '../../row.ts';
import { id, moment, renamedBody, succeeded } from './wire.ts';

const tag = 'Payments';
const VISITORS = { limit: 20, windowSeconds: 600, visitorsOnly: true };
const headers = { 'Idempotency-Key': 'idempotencyKey' } as const;
/** What a header says, no body does. */
const inHeader = { idempotencyKey: true } as const;

const ENHANCED = {
  amount: 'amount',
  currency: 'currency',
  description: 'description',
  customerEmail: 'customer_email',
  customerName: 'customer_name',
  savePaymentMethod: 'save_payment_method',
  paymentMethodTypes: 'payment_method_types',
  subscriptionPriceId: 'subscription_price_id',
  setupFutureUsage: 'setup_future_usage',
} as const;

const enhancedBody = z.object({
  amount: z.int().min(50).optional(),
  currency: z.string().optional(),
  description: z.string().max(500).optional(),
  customer_email: z.email().optional(),
  customer_name: z.string().max(120).optional(),
  save_payment_method: z.boolean().optional(),
  payment_method_types: z.array(z.enum(['card', 'apple_pay', 'google_pay'])).optional(),
  subscription_price_id: z.string().optional(),
  setup_future_usage: z.enum(['on_session', 'off_session']).optional(),
});

const amounts = { amount: z.int(), currency: z.string() };
const enhancedRest = { customer_id: z.string().nullable(), publishable_key: z.string().nullable() };

/** What a purchase came to: paid, or waiting for its payer or the bank. */
function presentPurchase({ access, ...view }: PurchaseView) {
  const { transactionId, paymentIntentId, status, clientSecret, amount, currency, receiptUrl } = view;
  if (!access) {
    const requiresAction = status === 'requires_action';
    const open = { status, transactionId, paymentIntentId, clientSecret, amount, currency };
    return { data: { success: false, requiresAction, ...open } };
  }
  const { userId, expiresAt, downloads, downloadUrl, accessToken } = access;
  return {
    data: {
      success: true,
      transactionId,
      paymentIntentId,
      status,
      clientSecret,
      amount,
      currency,
      receiptUrl,
      downloadUrl,
      accessToken,
      expiresAt,
      accessGrant: { userId, expiresAt, downloads },
    },
  };
}

const purchaseFacts = {
  transactionId: id,
  paymentIntentId: z.string(),
  status: z.string(),
  clientSecret: z.string(),
  ...amounts,
};

/** Payments of the contract, in its order. */
export const paymentRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/payments/create-intent',
    summary: 'Ask for a payment that the caller’s page then makes',
    tag,
    operation: createIntent,
    body: intentCreate.omit(inHeader),
    headers,
    attempts: { bucket: 'create-intent', ...VISITORS },
    answer: 'bare',
    present: (view) => ({ data: view }),
    response: z.strictObject({ clientSecret: z.string(), paymentIntentId: z.string(), ...amounts }),
  }),
  row({
    method: 'GET',
    path: '/payments/create-intent',
    summary: 'How a payment stands',
    tag,
    operation: getIntent,
    query: z
      .object({ id: z.string().optional(), client_secret: z.string().optional() })
      .transform(({ id: intent, client_secret: clientSecret }) => ({ id: intent, clientSecret })),
    fields: { clientSecret: 'client_secret' },
    answer: 'bare',
    present: (view) => ({ data: view }),
    response: z.strictObject({
      id: z.string(),
      status: z.string(),
      ...amounts,
      metadata: z.record(z.string(), z.string()),
    }),
  }),
  row({
    method: 'POST',
    path: '/payments/create-intent-enhanced',
    summary: 'Ask for a payment of a named payer, with a card that is kept, or for a subscription',
    tag,
    operation: createIntentEnhanced,
    body: renamedBody<z.input<typeof intentCreateEnhanced>>(enhancedBody, ENHANCED),
    fields: ENHANCED,
    headers,
    attempts: { bucket: 'create-intent-enhanced', ...VISITORS },
    answer: 'bare',
    present: ({ clientSecret, paymentIntentId, subscriptionId, customerId, publishableKey }) => ({
      data: {
        success: true,
        client_secret: clientSecret,
        ...(subscriptionId ? { subscription_id: subscriptionId } : { payment_intent_id: paymentIntentId }),
        customer_id: customerId,
        publishable_key: publishableKey,
      },
    }),
    response: z.union([
      succeeded({ client_secret: z.string(), payment_intent_id: z.string(), ...enhancedRest }),
      succeeded({ client_secret: z.string(), subscription_id: z.string(), ...enhancedRest }),
    ]),
  }),
  row({
    method: 'POST',
    path: '/payments/process',
    summary: 'Buy an item',
    tag,
    operation: buyItem,
    body: itemPurchase.omit(inHeader),
    headers,
    answer: 'bare',
    present: presentPurchase,
    response: z.union([
      succeeded({
        ...purchaseFacts,
        receiptUrl: z.string().nullable(),
        downloadUrl: z.string(),
        accessToken: z.string(),
        expiresAt: moment,
        accessGrant: z.strictObject({ userId: id, expiresAt: moment, downloads: z.int().nullable() }),
      }),
      z.strictObject({ success: z.literal(false), requiresAction: z.boolean(), ...purchaseFacts }),
    ]),
  }),
  row({
    method: 'GET',
    path: '/payments/process',
    summary: 'How a purchase stands',
    tag,
    operation: getPurchase,
    query: z.object({ transactionId: z.string().optional(), paymentIntentId: z.string().optional() }),
    answer: 'bare',
    present: (transaction) => ({ data: { success: true, transaction } }),
    response: succeeded({
      transaction: z.strictObject({
        id,
        paymentIntentId: z.string().nullable(),
        itemId: id.nullable(),
        status: z.string(),
        ...amounts,
        createdAt: moment,
      }),
    }),
  }),
  fileRow({
    method: 'GET',
    path: '/payments/downloads/:id',
    summary: 'Fetch what one has bought',
    tag,
    operation: downloadItem,
    query: z.object({ token: z.string().optional() }),
    answer: 'file',
    contentTypes: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic'],
  }),
  row({
    method: 'POST',
    path: '/payments/guest-payment',
    summary: 'Buy access to a feature without an account',
    tag,
    operation: buyGuestAccess,
    body: guestPurchase.omit(inHeader),
    headers,
    attempts: { bucket: 'guest-payment', ...VISITORS },
    answer: 'bare',
    present: (view) => ({ data: { success: true, ...view } }),
    response: succeeded({
      clientSecret: z.string(),
      customerId: z.string().nullable(),
      sessionId: id,
      expiresAt: moment,
    }),
  }),
  row({
    method: 'POST',
    path: '/payments/retry-invoice',
    summary: 'Try again to have an invoice paid',
    tag,
    operation: retryInvoicePayment,
    body: retryInvoicePayment.input,
    answer: 'bare',
    present: (view) => ({
      data: {
        success: true,
        ...view,
        message: view.status === 'paid' ? 'Invoice paid' : 'Payment is required to complete this invoice',
      },
    }),
    response: z.union([
      succeeded({ status: z.literal('paid'), message: z.string() }),
      succeeded({
        status: z.literal('requires_payment'),
        clientSecret: z.string(),
        paymentIntentId: z.string(),
        ...amounts,
        message: z.string(),
      }),
    ]),
  }),
];
