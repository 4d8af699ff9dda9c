import type { Plan } from '@officina/contracts/plans';
import type { Client } from '@officina/db/client';
import type { Logger } from 'pino';
import type { MailPort } from '../providers/mail/port.ts';
import type { MessagingPort } from '../providers/messaging/port.ts';
import type { OutboundPort } from '../providers/outbound/port.ts';
import type { PaymentsPort } from '../providers/payments/port.ts';
import type { PdfRenderer } from '../providers/pdf/port.ts';
import type { StoragePort } from '../providers/storage/port.ts';
import type { VirusScanPort } from '../providers/virus-scan/port.ts';
import type { AttemptLimiter } from './attempts.ts';
import type { BearerTokens } from './bearer-tokens.ts';
import type { Clock } from './clock.ts';
import type { Topic } from './context.ts';
import type { Live } from './live.ts';
import type { PasswordHasher } from './passwords.ts';
import type { SecretBox } from './secret-box.ts';

/** Settings of the deployment that operations may read. */
export interface PublicConfig {
  /** Origin under which people reach the web app, without a trailing slash. */
  publicUrl: string;
  /** Subdomain of the tenant that requests without one mean: the installation's own firm. */
  defaultTenant: string;
  demo: boolean;
  production: boolean;
  /** The domain under which passkeys are made; null is the host of the request. */
  webauthnRpId: string | null;
  /** At which hour of a tenant's own day (0 to 23) its clients are reminded. */
  officeReminderHour: number;
  /** An inquiry becomes an engagement only once its client has approved a scope. */
  requireScopeApproval: boolean;
  /** Admins may take everything about an engagement along, as a ZIP. */
  dossierExport: boolean;
  /** The provider's price of each plan that is sold. */
  planPrices: PlanPrices;
  /** With which a payer's page talks to the payment provider; null where none is set up. */
  publishableKey: string | null;
}

/** The plans that are sold; the free one is not. */
export type PlanPrices = Record<Exclude<Plan, 'free'>, string>;

/** With which the provider signs its webhooks, by the address that they come to; null where none are expected. */
export interface WebhookSecrets {
  payments: string | null;
  identity: string | null;
}

/** As whom the providers of sign-ins know this installation; null where one is not offered. */
export interface OAuthClients {
  google: { clientId: string; clientSecret: string; issuer: string } | null;
  github: { clientId: string; clientSecret: string; url: string; apiUrl: string } | null;
}

/** Everything an operation may call besides the database; built once by compose. */
export interface Services {
  config: PublicConfig;
  client: Client;
  clock: Clock;
  log: Logger;
  passwords: PasswordHasher;
  attempts: AttemptLimiter;
  /** Counts also where `RATE_LIMIT` is off. */
  strictAttempts: AttemptLimiter;
  tokens: BearerTokens;
  /** Drops what this process remembers of a topic; other processes hear of it through the bus. */
  forget(topic: Topic): void;
  live: Live;
  storage: StoragePort;
  virusScan: VirusScanPort;
  /** Makes the tokens that open receipts. */
  receiptSecret: string;
  /** Signs links to files. */
  linkKey: Buffer;
  /** A key of this installation for one purpose; the same in all its processes. */
  keyFor(purpose: string): Buffer;
  /** Where uploads wait on this machine while they are looked at; nothing in it outlives its request. */
  incomingFolder: string;
  payments: PaymentsPort;
  webhookSecrets: WebhookSecrets;
  mail: MailPort;
  messaging: MessagingPort;
  pdf: PdfRenderer;
  /** Seals what is kept to be read again. */
  secrets: SecretBox;
  oauth: OAuthClients;
  /** Calls addresses that users name. */
  outbound: OutboundPort;
}
