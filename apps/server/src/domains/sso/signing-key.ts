import { ssoKeys } from '@officina/db/schema/sso';
import { eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
/** Providers trust the certificate because it was given to them, not because of its dates; some look at them all the same. */
const YEARS = 20;

/** The firm's certificate for its requests; null as long as none of its providers asked for signatures. */
export async function signingCertificate({ db }: Pick<Ctx, 'db'>, tenantId: string): Promise<string | null> {
  const [row] = await db
    .select({ certificate: ssoKeys.certificate })
    .from(ssoKeys)
    .where(eq(ssoKeys.tenantId, tenantId));
  return row?.certificate ?? null;
}

/** The private key (PEM) with which the firm's requests are signed. */
export async function signingKey(ctx: Ctx): Promise<string | null> {
  const [row] = await ctx.db
    .select({ privateKey: ssoKeys.privateKey })
    .from(ssoKeys)
    .where(eq(ssoKeys.tenantId, ctx.tenant.id));
  return row ? ctx.services.secrets.open(row.privateKey) : null;
}

const pem = (bytes: ArrayBuffer): string =>
  `-----BEGIN PRIVATE KEY-----\n${Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{64})(?!$)/g, '$1\n')}\n-----END PRIVATE KEY-----\n`;

/** Makes the firm's key, if it has none yet. The libraries are large and making a key is slow: only then. */
export async function ensureSigningKey(ctx: WriteCtx): Promise<void> {
  if (await signingCertificate(ctx, ctx.tenant.id)) return;
  await import('reflect-metadata');
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Officina',
    notBefore: toDate(ctx.now.subtract({ hours: 24 })),
    notAfter: toDate(ctx.now.add({ hours: 24 * 365 * YEARS })),
    signingAlgorithm: RSA,
    keys,
  });
  const privateKey = ctx.services.secrets.seal(pem(await crypto.subtle.exportKey('pkcs8', keys.privateKey)));
  const tx = await ctx.tx();
  await tx
    .insert(ssoKeys)
    .values({
      tenantId: ctx.tenant.id,
      certificate: certificate.toString('pem'),
      privateKey,
      createdAt: toDate(ctx.now),
    })
    .onConflictDoNothing();
}
