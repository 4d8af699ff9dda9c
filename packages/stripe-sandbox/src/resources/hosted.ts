import type Stripe from 'stripe';
import { PAGING, page } from '../api/list.ts';
import { get, post, type Route } from '../api/route.ts';
import { cancelVerification, makeVerification } from '../identity.ts';
import { newId } from '../ids.ts';
import { missing } from '../stripe-error.ts';

/** Objects whose only purpose is a hosted page: the billing portal and the verification of identities. */
export const hostedRoutes: readonly Route[] = [
  post('/billing_portal/sessions', ['customer', 'return_url', 'locale'], ({ world, params }) => {
    const customer = world.store.get('customer', params.needed('customer'), 'customer');
    const id = newId('bps');
    return world.store.put({
      id,
      object: 'billing_portal.session',
      configuration: 'bpc_sandbox',
      created: world.now(),
      customer: customer.id,
      customer_account: null,
      flow: null,
      livemode: false,
      locale: null,
      on_behalf_of: null,
      return_url: params.url('return_url'),
      url: `${world.pagesUrl}/portal/${id}`,
    } as Stripe.BillingPortal.Session);
  }),
  post(
    '/identity/verification_sessions',
    ['type', 'options', 'metadata', 'client_reference_id', 'return_url'],
    ({ world, params }) => {
      const type = params.oneOf('type', ['document', 'id_number']);
      if (!type) throw missing('type');
      const document = params.inside('options').inside('document');
      return makeVerification(world, {
        type,
        options: {
          document: {
            allowed_types: document.texts('allowed_types') as ('driving_license' | 'id_card' | 'passport')[],
            require_id_number: document.flag('require_id_number') ?? false,
            require_live_capture: document.flag('require_live_capture') ?? false,
            require_matching_selfie: document.flag('require_matching_selfie') ?? false,
          },
        },
        metadata: params.metadata(),
        reference: params.text('client_reference_id'),
        returnUrl: params.url('return_url'),
      });
    },
  ),
  get(
    '/identity/verification_sessions',
    ({ world, params, path }) => {
      const status = params.text('status');
      return page(
        world.store,
        'identity.verification_session',
        path,
        params,
        (each) => status === null || each.status === status,
      );
    },
    [...PAGING, 'status'],
  ),
  get('/identity/verification_sessions/:id', ({ world, id }) =>
    world.store.get('identity.verification_session', id),
  ),
  post('/identity/verification_sessions/:id/cancel', [], ({ world, id }) =>
    cancelVerification(world, world.store.get('identity.verification_session', id)),
  ),
];
