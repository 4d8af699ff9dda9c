import * as apiKeys from './schema/api-keys.ts';
import * as apiRequests from './schema/api-requests.ts';
import * as contacts from './schema/contacts.ts';
import * as documents from './schema/documents.ts';
import * as engagementWork from './schema/engagement-work.ts';
import * as engagements from './schema/engagements.ts';
import * as idempotency from './schema/idempotency.ts';
import * as identity from './schema/identity.ts';
import * as items from './schema/items.ts';
import * as journal from './schema/journal.ts';
import * as messaging from './schema/messaging.ts';
import * as oauth from './schema/oauth.ts';
import * as office from './schema/office.ts';
import * as passkeys from './schema/passkeys.ts';
import * as payments from './schema/payments.ts';
import * as portalBilling from './schema/portal-billing.ts';
import * as preferences from './schema/preferences.ts';
import * as relations from './schema/relations.ts';
import * as sales from './schema/sales.ts';
import * as shop from './schema/shop.ts';
import * as sso from './schema/sso.ts';
import * as stripeEvents from './schema/stripe-events.ts';
import * as studio from './schema/studio.ts';
import * as talent from './schema/talent.ts';
import * as tenancy from './schema/tenancy.ts';
import * as training from './schema/training.ts';
import * as trainingHours from './schema/training-hours.ts';
import * as trainingPlaces from './schema/training-places.ts';
import * as trainingRecords from './schema/training-records.ts';
import * as vehicles from './schema/vehicles.ts';
import * as webhooks from './schema/webhooks.ts';

/** Every table, for Drizzle's relational queries and for the tests that walk the schema. */
export const schema = {
  ...apiKeys,
  ...apiRequests,
  ...contacts,
  ...documents,
  ...engagementWork,
  ...engagements,
  ...idempotency,
  ...identity,
  ...items,
  ...journal,
  ...messaging,
  ...oauth,
  ...office,
  ...passkeys,
  ...payments,
  ...portalBilling,
  ...preferences,
  ...relations,
  ...sales,
  ...studio,
  ...shop,
  ...sso,
  ...talent,
  ...stripeEvents,
  ...tenancy,
  ...training,
  ...trainingHours,
  ...trainingPlaces,
  ...trainingRecords,
  ...vehicles,
  ...webhooks,
};
