import { createClient } from '@officina/db/client';
import { type DestinationStream, pino } from 'pino';
import type { Config } from './config.ts';
import { ApiKeyStore } from './domains/identity/api-keys/api-key-store.ts';
import { RequestRecorder } from './domains/identity/api-keys/request-recorder.ts';
import { BearerStore } from './domains/identity/bearer-store.ts';
import { SessionStore } from './domains/identity/session-store.ts';
import { nowhere, TenantDirectory } from './domains/tenancy/tenant-directory.ts';
import { createApp } from './http/app.ts';
import { databaseAttempts, unlimitedAttempts } from './kernel/attempts.ts';
import { bearerTokens } from './kernel/bearer-tokens.ts';
import { listen } from './kernel/bus.ts';
import { type Clock, dayOf, systemClock } from './kernel/clock.ts';
import type { Ctx, Tenant } from './kernel/context.ts';
import { derivedKey } from './kernel/derived-key.ts';
import { newId } from './kernel/ids.ts';
import { readOrMakeSecret } from './kernel/kept-secret.ts';
import { LIVE_CHANNEL, Live } from './kernel/live.ts';
import { loggedError } from './kernel/logged-error.ts';
import { argonHasher, type PasswordHasher } from './kernel/passwords.ts';
import { secretBox } from './kernel/secret-box.ts';
import type { Services } from './kernel/services.ts';
import { CHANNEL } from './kernel/unit-of-work.ts';
import { outboxMail } from './providers/mail/outbox.ts';
import { smtpMail } from './providers/mail/smtp.ts';
import { outboxMessaging } from './providers/messaging/outbox.ts';
import type { MessagingPort } from './providers/messaging/port.ts';
import { guardedOutbound, type Resolve } from './providers/outbound/guarded.ts';
import { connectPayments } from './providers/payments/connect.ts';
import { pdfkitRenderer } from './providers/pdf/pdfkit.ts';
import { fileStorage } from './providers/storage/files.ts';
import type { StoragePort } from './providers/storage/port.ts';
import { clamAvScan } from './providers/virus-scan/clamav.ts';
import { eicarScan } from './providers/virus-scan/eicar.ts';

export interface ComposeOptions {
  config: Config;
  databaseUrl: string;
  version: string;
  webRoot: string | null;
  stopping?: () => boolean;
  /** Keeps what the Stripe sandbox knows across restarts. */
  sandboxFile?: string;
  /** Replaced by tests: a hand-set clock, cheap password hashes, a watch on statements. */
  clock?: Clock;
  passwords?: PasswordHasher;
  /** Names as the tests want them. */
  resolve?: Resolve;
  onQuery?: (statement: string) => void;
  checkResponses?: boolean;
  /** Where log lines go instead of the standard output. */
  logTo?: DestinationStream;
}

/** The SDK of object stores is large: only a process that uses one loads it. */
async function storageOf({ s3, dataDir }: Config): Promise<StoragePort> {
  if (!s3) return fileStorage(`${dataDir}/files`);
  const { s3Storage } = await import('./providers/storage/s3.ts');
  return s3Storage(s3);
}

/** As with object stores: the SDK is loaded by who has an account. */
async function messagingOf({ twilio }: Config): Promise<MessagingPort> {
  if (!twilio) return outboxMessaging;
  const { twilioMessaging } = await import('./providers/messaging/twilio.ts');
  return twilioMessaging(twilio);
}

/** Builds every service once and the application over them. Nothing else constructs a service. */
export async function compose(options: ComposeOptions) {
  const { config } = options;
  const log = pino(
    { level: config.logLevel, base: undefined, serializers: { err: loggedError } },
    options.logTo ?? pino.destination(1),
  );
  const client = createClient(options.databaseUrl, { max: config.databasePool, onQuery: options.onQuery });
  const clock = options.clock ?? systemClock;
  const sessions = new SessionStore(client.db, clock, {
    secureCookies: config.production,
    https: config.publicUrl.startsWith('https:'),
  });
  const tenants = new TenantDirectory(client.db);
  const secret = config.jwtSecret ?? (await readOrMakeSecret(`${config.dataDir}/jwt-secret`));
  const tokens = bearerTokens(secret, config.jwtTtlHours, clock);
  const bearers = new BearerStore(client.db, tokens, clock);
  const live = new Live(client, log);
  const forget = (topic: string) => {
    sessions.forget(topic);
    bearers.forget();
    live.drop(topic);
    if (topic.startsWith('tenant:')) tenants.forget();
  };
  const forgetAll = () => {
    sessions.forgetAll();
    bearers.forget();
    tenants.forget();
    live.dropAll();
  };
  const payments = await connectPayments(config, {
    clock,
    sandboxFile: options.sandboxFile ?? null,
    deliver: (request) => app.fetch(request),
  });
  const services: Services = {
    config: {
      publicUrl: config.publicUrl,
      defaultTenant: config.defaultTenant,
      demo: config.demo,
      production: config.production,
      webauthnRpId: config.webauthnRpId,
      officeReminderHour: config.officeReminderHour,
      requireScopeApproval: config.requireScopeApproval,
      dossierExport: config.dossierExport,
      planPrices: config.planPrices,
      publishableKey: config.payments.publishableKey,
    },
    client,
    clock,
    log,
    passwords: options.passwords ?? argonHasher(),
    strictAttempts: databaseAttempts(client.db),
    attempts: config.rateLimit ? databaseAttempts(client.db) : unlimitedAttempts,
    forget,
    tokens,
    live,
    storage: await storageOf(config),
    receiptSecret: config.receiptSecret ?? (await readOrMakeSecret(`${config.dataDir}/receipt-secret`)),
    linkKey: derivedKey(secret, 'links to files'),
    keyFor: (purpose) => derivedKey(secret, purpose),
    virusScan: config.clamAv ? clamAvScan(config.clamAv) : eicarScan,
    incomingFolder: `${config.dataDir}/incoming`,
    payments: payments.port,
    webhookSecrets: payments.secrets,
    mail: config.smtpUrl ? smtpMail(config.smtpUrl, config.mailFrom) : outboxMail,
    messaging: await messagingOf(config),
    pdf: pdfkitRenderer(),
    secrets: secretBox(
      derivedKey(
        config.secretsKey ?? (await readOrMakeSecret(`${config.dataDir}/secrets-key`)),
        'stored secrets',
      ),
    ),
    oauth: config.oauth,
    outbound: guardedOutbound({ allowLoopback: config.allowLoopbackTargets, resolve: options.resolve }),
  };
  const buses = await Promise.all([
    listen(client.sql, log, CHANNEL, forget, forgetAll),
    listen(
      client.sql,
      log,
      LIVE_CHANNEL,
      (tenantId) => live.wake(tenantId),
      () => live.readAll(),
    ),
  ]);
  const requests = new RequestRecorder(client.db, log);
  const app = createApp({
    requests,
    services,
    sessions,
    bearers,
    keys: new ApiKeyStore(client.db, clock),
    keyLimits: { attempts: databaseAttempts(client.db), enforced: config.rateLimit },
    tenants,
    defaultTenant: config.defaultTenant,
    trustProxy: config.trustProxy,
    checkResponses: options.checkResponses ?? false,
    webRoot: options.webRoot,
    firstPicture: config.firstPicture,
    appEnv: config.appEnv,
    corsAllowedOrigins: config.corsAllowedOrigins,
    version: options.version,
    sandboxPages: payments.pages,
    stopping: options.stopping ?? (() => false),
  });

  /** The context of background work: the system, in one tenant or outside all. */
  function systemContext(job: string, tenant: Tenant): Ctx {
    const now = services.clock.now();
    return {
      tenant,
      actor: { kind: 'system', job },
      now,
      today: dayOf(now, tenant.timeZone),
      requestId: newId(),
      hostSubdomain: null,
      origins: [config.publicUrl],
      ip: null,
      userAgent: null,
      services,
      db: client.db,
    };
  }

  return {
    app,
    services,
    sessions,
    tenants,
    live,
    requests,
    systemContext,
    contextFor: async (job: string, tenantId: string | null): Promise<Ctx | null> => {
      const tenant = tenantId === null || tenantId === nowhere.id ? nowhere : await tenants.byId(tenantId);
      return tenant && systemContext(job, tenant);
    },
    /** Starts the Stripe sandbox, where it takes the payments; otherwise the first payment does. */
    sandbox: payments.sandbox,
    async close() {
      await payments.stop();
      await live.close();
      for (const bus of buses) await bus.stop();
      await requests.flush();
      await client.close();
    },
  };
}

export type Composed = Awaited<ReturnType<typeof compose>>;
