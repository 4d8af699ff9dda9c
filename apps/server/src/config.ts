import { resolve } from 'node:path';
import { z } from 'zod';

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1', 'true', 'false', 'on', 'off'], { error: 'expected 1 or 0' })
    .transform((text) => ['1', 'true', 'on'].includes(text))
    .default(fallback);

const port = z.coerce.number({ error: 'expected a port number' }).int().min(0).max(65_535);
const origin = z
  .url({ protocol: /^https?$/, error: 'expected an origin such as https://office.example.com' })
  .transform((text) => text.replace(/\/+$/, ''));

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
    .default(10),
  DEMO: flag(true).optional(),
  DEFAULT_TENANT: z
    .string()
    .regex(/^[a-z0-9-]{3,63}$/, 'expected a subdomain such as demo')
    .default('demo'),
  PUBLIC_URL: origin.optional(),
  RATE_LIMIT: z.enum(['on', 'off'], { error: 'expected on or off' }).optional(),
  TRUST_PROXY: z.coerce
    .number({ error: 'expected how many proxies stand before this server' })
    .int()
    .min(0)
    .max(10)
    .default(0),
  STRIPE_WEBHOOK_SECRET: z.string().min(8, 'expected whsec_…').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'expected smtp://user:password@host:port' }).optional(),
  MAIL_FROM: z.email({ error: 'expected an e-mail address' }).default('no-reply@localhost.localdomain'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  WORKER: flag(true),
  WEB_BUILD: flag(true),
});

export type Config = ReturnType<typeof loadConfig>;

/** Thrown with one line per wrong variable: its name and what is expected. */
export class ConfigError extends Error {}

/** Reads the environment, once. Empty variables count as unset. */
export function loadConfig(env: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The environment is not as expected:\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  return {
    production,
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    databasePool: e.DATABASE_POOL,
    demo: e.DEMO ?? !production,
    defaultTenant: e.DEFAULT_TENANT,
    publicUrl: e.PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    rateLimit: e.RATE_LIMIT ? e.RATE_LIMIT === 'on' : production,
    trustProxy: e.TRUST_PROXY,
    stripeWebhookSecret: e.STRIPE_WEBHOOK_SECRET ?? null,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    logLevel: e.LOG_LEVEL,
    worker: e.WORKER,
    webBuild: e.WEB_BUILD,
  };
}
