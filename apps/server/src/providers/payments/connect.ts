import type { Sandbox, SandboxOptions } from '@officina/stripe-sandbox/start-sandbox';
import type { Config } from '../../config.ts';
import type { Clock } from '../../kernel/clock.ts';
import { readOrMakeSecret } from '../../kernel/kept-secret.ts';
import type { WebhookSecrets } from '../../kernel/services.ts';
import { noPayments } from './off.ts';
import type { PaymentsPort } from './port.ts';
import { sandboxPrices } from './sandbox-prices.ts';
import { whenFirstUsed } from './when-first-used.ts';

export interface Payments {
  port: PaymentsPort;
  secrets: WebhookSecrets;
  /** The sandbox, started by the first who asks; null where there is none. */
  sandbox: (() => Promise<Sandbox>) | null;
  /** Its hosted pages, and under which path of ours they are: whoever reaches us reaches them. */
  pages: { path: string; serve: (request: Request) => Promise<Response> } | null;
  stop(): Promise<void>;
}

const SANDBOX_PAGES = '/stripe-sandbox';

interface Surroundings {
  clock: Clock;
  /** Where the sandbox keeps its state; null forgets it. */
  sandboxFile: string | null;
  /** Takes the sandbox's webhooks. */
  deliver: (request: Request) => Response | Promise<Response>;
}

/** Who takes the payments, as the configuration says. Nothing large is loaded before the first one. */
export async function connectPayments(
  { payments, planPrices, publicUrl, dataDir }: Config,
  { clock, sandboxFile, deliver }: Surroundings,
): Promise<Payments> {
  const { webhookSecret, identityWebhookSecret } = payments;
  const given = { payments: webhookSecret, identity: identityWebhookSecret };
  if (payments.mode === 'off') return { port: noPayments, secrets: given, ...withoutSandbox };
  if (payments.mode === 'live')
    return { port: stripeAccount(payments.secretKey), secrets: given, ...withoutSandbox };
  const secret = webhookSecret ?? `whsec_${await readOrMakeSecret(`${dataDir}/stripe-webhook-secret`)}`;
  const account = sandboxAccount({
    pagesUrl: `${publicUrl}${SANDBOX_PAGES}`,
    snapshotFile: sandboxFile ?? undefined,
    prices: sandboxPrices(planPrices),
    now: () => clock.now().epochMilliseconds,
    webhooks: [{ url: `${publicUrl}/api/webhooks/stripe`, secret, fetch: deliver }],
  });
  return { ...account, secrets: { payments: secret, identity: identityWebhookSecret ?? secret } };
}

const withoutSandbox = { sandbox: null, pages: null, stop: async () => {} };

function stripeAccount(secretKey: string): PaymentsPort {
  const driver = once(async () => {
    const { stripePayments } = await import('./stripe.ts');
    return stripePayments({ mode: 'live', secretKey });
  });
  return whenFirstUsed('live', driver);
}

/** A Stripe of our own on this machine; the SDK is pointed at it. */
function sandboxAccount(options: SandboxOptions) {
  let running: Promise<Sandbox> | null = null;
  const sandbox = once(() => {
    running = import('@officina/stripe-sandbox/start-sandbox').then(({ startSandbox }) =>
      startSandbox(options),
    );
    return running;
  });
  const driver = once(async () => {
    const [{ stripePayments }, { host, port }] = await Promise.all([import('./stripe.ts'), sandbox()]);
    return stripePayments({
      mode: 'sandbox',
      secretKey: 'sk_test_sandbox',
      address: { host, port, protocol: 'http' },
    });
  });
  return {
    port: whenFirstUsed('sandbox', driver),
    sandbox,
    pages: {
      path: SANDBOX_PAGES,
      serve: async (request: Request) => (await sandbox()).pages.fetch(request),
    },
    async stop() {
      const started = await running?.catch(() => null);
      await started?.stop();
    },
  };
}

/** Makes it once; a failed attempt is made again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}
