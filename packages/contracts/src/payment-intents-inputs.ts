import { z } from 'zod';
import { email, lineText, requiredText, uuid } from './fields.ts';
import { GUEST_DURATIONS, GUEST_FEATURES } from './guest-access.ts';
import { ITEM_TYPES } from './item-sales.ts';

/** `""` and `null` of an optional field mean that it is absent. */
const absent = <S extends z.ZodType>(field: S) =>
  z.preprocess(
    (value) => (value === null || (typeof value === 'string' && !value.trim()) ? undefined : value),
    field.optional(),
  ) as unknown as z.ZodOptional<z.ZodNullable<S>>;

const text = (max: number) =>
  z.string({ error: 'Must be a text' }).trim().max(max, `Must be at most ${max} characters`);

/** Minor units, as the payment provider takes them. */
const amount = z
  .int({ error: ({ input }) => (input === undefined ? 'Required' : 'Must be a whole number of cents') })
  .min(50, 'Must be at least 50')
  .max(99_999_999, 'Must be at most 99999999');

/** ISO code in any case, lower-case as the provider writes it. */
const currency = z
  .string({ error: 'Must be a currency' })
  .trim()
  .toLowerCase()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code.toUpperCase()), 'Must be a currency');

/** What says at the provider whose payment it is: never taken from a caller. */
const RESERVED = ['userId', 'tenantId', 'paymentId', 'source', 'invoiceId', 'itemId', 'guestSessionId'];

const metadata = z
  .record(
    z.string().max(40),
    z.string({ error: 'Must be a text' }).max(500, 'Must be at most 500 characters'),
    {
      error: ({ code }) =>
        code === 'invalid_key' ? 'Keys must be at most 40 characters' : 'Must be an object of texts',
    },
  )
  .refine((pairs) => Object.keys(pairs).length <= 30, 'At most 30 pairs')
  .transform(
    (pairs): Record<string, string> =>
      Object.fromEntries(Object.entries(pairs).filter(([key]) => !RESERVED.includes(key))),
  );

const idempotencyKey = z
  .string()
  .max(255, 'Must be at most 255 characters')
  .nullish()
  .transform((key) => key?.trim() || null);

export const intentCreate = z.object({
  amount,
  currency: absent(currency),
  metadata: absent(metadata),
  customerId: absent(text(255)),
  description: absent(text(500)),
  idempotencyKey,
});

export const intentGet = z.object({
  id: requiredText(255),
  clientSecret: z.string().max(500).optional(),
});

/** Wallets are cards. */
const METHODS = ['card', 'apple_pay', 'google_pay'] as const;

export const intentCreateEnhanced = z
  .object({
    amount: amount.nullish(),
    currency: absent(currency),
    description: absent(text(500)),
    customerEmail: absent(email),
    customerName: absent(lineText(1, 120)),
    savePaymentMethod: absent(z.boolean({ error: 'Must be true or false' })),
    paymentMethodTypes: absent(
      z
        .array(z.enum(METHODS, { error: 'Must be card, apple_pay or google_pay' }), {
          error: 'Must be a list',
        })
        .min(1, 'Must not be empty')
        .max(METHODS.length),
    ),
    subscriptionPriceId: absent(text(255)),
    setupFutureUsage: absent(
      z.enum(['on_session', 'off_session'], { error: 'Must be on_session or off_session' }),
    ),
    idempotencyKey,
  })
  .superRefine(({ amount: asked, subscriptionPriceId, customerEmail }, issues) => {
    const required = (path: string) => issues.addIssue({ code: 'custom', path: [path], message: 'Required' });
    if (!subscriptionPriceId && (asked === undefined || asked === null)) required('amount');
    if (subscriptionPriceId && !customerEmail) required('customerEmail');
  });

export const itemPurchase = z.object({
  itemId: uuid,
  itemType: z.enum(ITEM_TYPES, { error: `Must be one of ${ITEM_TYPES.join(', ')}` }),
  tierId: requiredText(100),
  amount,
  currency: absent(currency),
  paymentMethodId: requiredText(255),
  metadata: absent(metadata),
  idempotencyKey,
});

export const purchaseGet = z
  .object({ transactionId: z.string().optional(), paymentIntentId: z.string().optional() })
  .refine(({ transactionId, paymentIntentId }) => transactionId || paymentIntentId, {
    message: 'Required',
    path: ['transactionId'],
  });

export const guestPurchase = z.object({
  guestSessionId: absent(uuid),
  email,
  name: lineText(1, 120),
  feature: z.enum(GUEST_FEATURES, { error: `Must be one of ${GUEST_FEATURES.join(', ')}` }),
  duration: absent(z.enum(GUEST_DURATIONS, { error: `Must be one of ${GUEST_DURATIONS.join(', ')}` })),
  amount,
  idempotencyKey,
});

export const invoiceRetry = z.object({ invoiceId: requiredText(100) });

export const payLinkToken = z.object({ token: z.string().max(200) });
