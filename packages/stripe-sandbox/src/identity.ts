import type Stripe from 'stripe';
import { newId, randomText } from './ids.ts';
import { invalid } from './stripe-error.ts';
import type { World } from './world.ts';

type Session = Stripe.Identity.VerificationSession;

export interface NewVerification {
  type: 'document' | 'id_number';
  options: Session['options'];
  metadata: Record<string, string>;
  reference: string | null;
  returnUrl: string | null;
}

export function makeVerification(world: World, facts: NewVerification): Session {
  const id = newId('vs');
  const session = world.store.put({
    id,
    object: 'identity.verification_session',
    client_reference_id: facts.reference,
    client_secret: `${id}_secret_test_${randomText(40)}`,
    created: world.now(),
    last_error: null,
    last_verification_report: null,
    livemode: false,
    metadata: facts.metadata,
    options: facts.options,
    redaction: null,
    related_customer: null,
    related_customer_account: null,
    status: 'requires_input',
    type: facts.type,
    url: `${world.pagesUrl}/verify/${id}`,
  } as Session);
  if (facts.returnUrl)
    world.store.put({ id: wayBackId(id), object: 'sandbox.way_back', url: facts.returnUrl });
  world.emit('identity.verification_session.created', session);
  return session;
}

export const wayBackId = (id: string): string => `way_back_${id}`;

/** Why Stripe could not verify somebody, in its words. */
export const REFUSALS = {
  document_expired: 'The document is expired.',
  document_unverified_other: 'The document could not be verified.',
  selfie_face_mismatch: 'The selfie does not match the picture on the document.',
} as const;
export type Refusal = keyof typeof REFUSALS;

/** The outcome of the hosted page; null when everything is in order. */
export function decideVerification(world: World, session: Session, refusal: Refusal | null): void {
  if (session.status !== 'requires_input') throw invalid(`This session is ${session.status}.`);
  if (refusal) session.last_error = { code: refusal, reason: REFUSALS[refusal] };
  else {
    session.status = 'verified';
    session.last_error = null;
    session.url = null;
    session.last_verification_report = newId('vr');
  }
  world.store.put(session);
  world.emit(`identity.verification_session.${refusal ? 'requires_input' : 'verified'}`, session);
}

export function cancelVerification(world: World, session: Session): Session {
  if (session.status !== 'requires_input')
    throw invalid(`This VerificationSession cannot be canceled because it is ${session.status}.`);
  session.status = 'canceled';
  session.url = null;
  world.store.put(session);
  world.emit('identity.verification_session.canceled', session);
  return session;
}
