import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const onOrOff = z
  .enum(['0', '1', 'true', 'false', 'on', 'off'], { error: 'expected 1 or 0' })
  .transform((text) => ['1', 'true', 'on'].includes(text));
const flag = (fallback: boolean) => onOrOff.default(fallback);

const port = z.coerce.number({ error: 'expected a port number' }).int().min(0).max(65_535);
const origin = z
  .url({ protocol: /^https?$/, error: 'expected an origin such as https://office.example.com' })
  .transform((text) => text.replace(/\/+$/, ''));

const sender = z
  .string()
  .regex(/^(\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/i, 'expected a number such as +15551234567, or a service MG…');

/**
 * Connections that serve a process best: a statement waits less for its turn on one that is busy than for a processor that
 * more backends share. With 4 instead of 10, PostgreSQL needs a tenth to a quarter less to create a record, on two processors.
 */
const connectionsFor = (processors: number): number => Math.min(10, Math.max(4, 2 * processors));

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://user:password@host:port/database' })
    .optional(),
  DATABASE_POOL: z.coerce
    .number({ error: 'expected a number of connections' })
    .int()
    .min(2)
    .max(100)
    .default(connectionsFor(availableParallelism())),
  DEMO: onOrOff.optional(),
  DEFAULT_TENANT: z
    .string()
    .regex(/^[a-z0-9-]{3,63}$/, 'expected a subdomain such as demo')
    .default('demo'),
  /** Origin under which people reach the web app; the first of the two counts. */
  PUBLIC_BASE_URL: origin.optional(),
  PUBLIC_URL: origin.optional(),
  RATE_LIMIT: z.enum(['on', 'off'], { error: 'expected on or off' }).optional(),
  TRUST_PROXY: z.coerce
    .number({ error: 'expected how many proxies stand before this server' })
    .int()
    .min(0)
    .max(10)
    .default(0),
  /** Without a key the sandbox takes the payments, for pretend money. */
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_\w{8,}$/, 'expected sk_live_… or sk_test_…')
    .optional(),
  /** For the payers' pages; without it they pay on the pages of the provider. */
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_\w{8,}$/, 'expected pk_live_… or pk_test_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(8, 'expected whsec_…').optional(),
  /** Of the webhook of identity checks, where it has an address and a secret of its own. */
  STRIPE_IDENTITY_WEBHOOK_SECRET: z.string().min(8, 'expected whsec_…').optional(),
  STRIPE_PRICE_STARTER: z.string().min(1).default('price_garage_starter'),
  STRIPE_PRICE_PRO: z.string().min(1).default('price_garage_pro'),
  STRIPE_PRICE_ENTERPRISE: z.string().min(1).default('price_garage_enterprise'),
  PAYMENTS: z.enum(['on', 'off'], { error: 'expected on or off' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'expected smtp://user:password@host:port' }).optional(),
  MAIL_FROM: z.email({ error: 'expected an e-mail address' }).default('no-reply@localhost.localdomain'),
  /** Signs the access tokens of programs; made once and kept in DATA_DIR where it is not given. */
  JWT_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  /** Makes the tokens that open receipts; made once and kept in DATA_DIR where it is not given. */
  RECEIPT_SECRET: z.string().min(8, 'expected at least 8 characters').optional(),
  /** Encrypts secrets that must be read again; made once and kept in DATA_DIR where it is not given. */
  SECRETS_KEY: z.string().min(32, 'expected at least 32 characters').optional(),
  /** Webhooks and other calls to this machine itself: for trying things out. */
  ALLOW_LOOPBACK_TARGETS: onOrOff.optional(),
  JWT_TTL_HOURS: z.coerce.number({ error: 'expected a number of hours' }).min(1).max(720).default(8),
  APP_ENV: z
    .enum(['local', 'test', 'staging', 'production'], {
      error: 'expected local, test, staging or production',
    })
    .default('local'),
  /** Origins of browser programs that may call /api/v1, separated by commas. */
  CORS_ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((part) => part.trim()))
    .transform((origins) => origins.filter(Boolean)),
  /** Texts to telephones; without an account they stay readable in the outbox. */
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'expected AC… of the account')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_WHATSAPP_FROM: sender.optional(),
  TWILIO_SMS_FROM: sender.optional(),
  TWILIO_API_URL: origin.optional(),
  /** An inquiry becomes an engagement only once its client has approved a scope. */
  REQUIRE_SCOPE_APPROVAL: flag(false),
  /** Admins may take everything about an engagement along, as a ZIP. */
  ENABLE_DOSSIER_EXPORT: flag(false),
  /** At which hour of a tenant's own day its clients are reminded of their binders. */
  OFFICE_REMINDER_HOUR: z.coerce
    .number({ error: 'expected an hour from 0 to 23' })
    .int()
    .min(0)
    .max(23)
    .default(7),
  /** The domain that passkeys are made for, such as example.com for all its hosts; else the host of the request. */
  WEBAUTHN_RP_ID: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'expected a domain such as example.com')
    .optional(),
  /** Signing in with an account at Google or GitHub; offered where there are keys. */
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_ISSUER: origin.default('https://accounts.google.com'),
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  /** An Enterprise Server has addresses of its own. */
  GITHUB_URL: origin.default('https://github.com'),
  GITHUB_API_URL: origin.default('https://api.github.com'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  STORAGE: z.enum(['files', 's3'], { error: 'expected files or s3' }).default('files'),
  S3_BUCKET: z.string().min(3, 'expected the name of a bucket').optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'expected https://host of the store' }).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  CLAMAV_HOST: z
    .string()
    .regex(/^[^\s:/]+(:\d{1,5})?$/, 'expected the host of clamd, with a port where it is not 3310')
    .optional(),
  WORKER: flag(true),
  FIRST_PICTURE: flag(true),
  WEB_BUILD: flag(true),
});

type Environment = z.output<typeof schema>;

/** Where files are kept: null is a folder under DATA_DIR. Throws ConfigError for half a description of a store. */
function s3Of(e: Environment) {
  if (e.STORAGE === 'files') return null;
  if (!e.S3_BUCKET) throw faulty('  S3_BUCKET: expected the name of a bucket, since STORAGE is s3');
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = e;
  if (!accessKeyId !== !secretAccessKey)
    throw faulty('  S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: expected both or neither');
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null;
  return { bucket: e.S3_BUCKET, region: e.S3_REGION, endpoint: e.S3_ENDPOINT ?? null, credentials };
}

/** The account that writes to telephones. Throws ConfigError for half a description of one. */
function twilioOf(e: Environment) {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = e;
  if (!accountSid && !authToken) return null;
  if (!accountSid || !authToken)
    throw faulty('  TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: expected both or neither');
  const { TWILIO_WHATSAPP_FROM: whatsappFrom = null, TWILIO_SMS_FROM: smsFrom = null } = e;
  if (!whatsappFrom && !smsFrom)
    throw faulty('  TWILIO_WHATSAPP_FROM, TWILIO_SMS_FROM: expected one of them with TWILIO_ACCOUNT_SID');
  return { accountSid, authToken, whatsappFrom, smsFrom, apiUrl: e.TWILIO_API_URL ?? null };
}

/** As whom a provider of sign-ins knows us; null where it is not offered. Throws ConfigError for half of it. */
function oauthClientOf(e: Environment, name: 'GOOGLE' | 'GITHUB') {
  const [clientId, clientSecret] = [e[`${name}_CLIENT_ID`], e[`${name}_CLIENT_SECRET`]];
  if (!clientId && !clientSecret) return null;
  if (!clientId || !clientSecret)
    throw faulty(`  ${name}_CLIENT_ID, ${name}_CLIENT_SECRET: expected both or neither`);
  return { clientId, clientSecret };
}

function oauthOf(e: Environment) {
  const google = oauthClientOf(e, 'GOOGLE');
  const github = oauthClientOf(e, 'GITHUB');
  return {
    google: google && { ...google, issuer: e.GOOGLE_ISSUER },
    github: github && { ...github, url: e.GITHUB_URL, apiUrl: e.GITHUB_API_URL },
  };
}

function clamAvOf({ CLAMAV_HOST: given }: Environment): { host: string; port: number } | null {
  if (!given) return null;
  const [host = '', port = '3310'] = given.split(':');
  return { host, port: Number(port) };
}

/**
 * Who takes the payments: Stripe with a key, else the sandbox. Nobody sells for pretend money by mistake: a production
 * server that is no demo has payments off without a key. Throws ConfigError for half a description of an account.
 */
function paymentsOf(e: Environment, demo: boolean) {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret = null, PAYMENTS: wanted } = e;
  const serious = e.NODE_ENV === 'production' && !demo;
  const secrets = { webhookSecret, identityWebhookSecret: e.STRIPE_IDENTITY_WEBHOOK_SECRET ?? webhookSecret };
  const none = { ...secrets, publishableKey: null };
  if (wanted === 'off') return { mode: 'off' as const, ...none };
  if (secretKey) {
    if (!webhookSecret) throw faulty('  STRIPE_WEBHOOK_SECRET: expected with STRIPE_SECRET_KEY');
    const publishableKey = e.STRIPE_PUBLISHABLE_KEY ?? null;
    return { mode: 'live' as const, secretKey, ...secrets, publishableKey };
  }
  if (serious && wanted === 'on')
    throw faulty('  STRIPE_SECRET_KEY: expected in production, since PAYMENTS is on');
  if (serious) return { mode: 'off' as const, ...none };
  return { mode: 'sandbox' as const, ...secrets, publishableKey: 'pk_test_sandbox' };
}

export type Config = ReturnType<typeof loadConfig>;

/** Thrown with one line per wrong variable: its name and what is expected. */
export class ConfigError extends Error {}

const faulty = (lines: string) => new ConfigError(`The environment is not as expected:\n${lines}`);

/** Reads the environment, once. Empty variables count as unset. */
export function loadConfig(env: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw faulty(lines.join('\n'));
  }
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  if (production && !e.JWT_SECRET)
    throw faulty('  JWT_SECRET: expected in production, at least 32 characters');
  const demo = e.DEMO ?? !production;
  if (production && !demo && !e.RECEIPT_SECRET) throw faulty('  RECEIPT_SECRET: expected in production');
  if (production && !demo && !e.SECRETS_KEY)
    throw faulty('  SECRETS_KEY: expected in production, at least 32 characters');
  return {
    production,
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    databasePool: e.DATABASE_POOL,
    demo,
    defaultTenant: e.DEFAULT_TENANT,
    publicUrl: e.PUBLIC_BASE_URL ?? e.PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    rateLimit: e.RATE_LIMIT ? e.RATE_LIMIT === 'on' : production,
    trustProxy: e.TRUST_PROXY,
    payments: paymentsOf(e, demo),
    planPrices: {
      starter: e.STRIPE_PRICE_STARTER,
      pro: e.STRIPE_PRICE_PRO,
      enterprise: e.STRIPE_PRICE_ENTERPRISE,
    },
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    twilio: twilioOf(e),
    officeReminderHour: e.OFFICE_REMINDER_HOUR,
    requireScopeApproval: e.REQUIRE_SCOPE_APPROVAL,
    dossierExport: e.ENABLE_DOSSIER_EXPORT,
    s3: s3Of(e),
    clamAv: clamAvOf(e),
    oauth: oauthOf(e),
    webauthnRpId: e.WEBAUTHN_RP_ID ?? null,
    jwtSecret: e.JWT_SECRET ?? null,
    receiptSecret: e.RECEIPT_SECRET ?? null,
    secretsKey: e.SECRETS_KEY ?? null,
    allowLoopbackTargets: e.ALLOW_LOOPBACK_TARGETS ?? demo,
    jwtTtlHours: e.JWT_TTL_HOURS,
    appEnv: e.APP_ENV,
    corsAllowedOrigins: e.CORS_ALLOWED_ORIGINS,
    logLevel: e.LOG_LEVEL,
    worker: e.WORKER,
    firstPicture: e.FIRST_PICTURE,
    webBuild: e.WEB_BUILD,
  };
}
