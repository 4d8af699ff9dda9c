import type { OidcConfig, SamlConfig } from '@officina/contracts/sso';
import { ssoBegin as input } from '@officina/contracts/sso-inputs';
import { ssoRequests } from '@officina/db/schema/sso';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashSecret, newSecret } from '../../kernel/ids.ts';
import { stage, staged } from '../../kernel/operation.ts';
import { findIdp, type IdpRow } from './load-idp.ts';
import { startOidc } from './oidc.ts';
import { localPath } from './own-addresses.ts';
import { startSaml } from './saml.ts';
import { SsoRefused } from './sso-refused.ts';

const MINUTES = { saml: 5, oidc: 10 };

export interface SsoStart {
  kind: 'saml' | 'oidc';
  url: string;
  /** SAML that is posted. */
  request: string | null;
  relayState: string | null;
  /** OpenID's. */
  state: string | null;
  /** For a cookie alone: only this browser may finish. */
  browser: string;
}

interface Begun {
  requestKey: string;
  nonce?: string;
  codeVerifier?: string;
  start: Omit<SsoStart, 'browser' | 'relayState' | 'kind'>;
}

async function beginWith(ctx: Ctx, idp: IdpRow, relayState: string | null): Promise<Begun> {
  if (idp.kind === 'saml') {
    const { requestId, url, request } = await startSaml(ctx, idp.config as SamlConfig, relayState);
    return { requestKey: requestId, start: { url, request, state: null } };
  }
  const { url, state, nonce, codeVerifier } = await startOidc(ctx, idp.config as OidcConfig);
  return { requestKey: hashSecret(state), nonce, codeVerifier, start: { url, request: null, state } };
}

/** Opens a request that one browser may end: a sign-in, or somebody's trial. Throws SsoRefused. */
export async function openRequest(
  ctx: Ctx,
  idp: IdpRow,
  { relayState, testBy = null }: { relayState: string | null; testBy?: string | null },
): Promise<SsoStart> {
  const { start, requestKey, nonce, codeVerifier } = await beginWith(ctx, idp, relayState);
  const browser = newSecret();
  await stage(ctx, async (unit) => {
    const tx = await unit.tx();
    await tx.insert(ssoRequests).values({
      tenantId: ctx.tenant.id,
      requestKey,
      idpId: idp.id,
      kind: idp.kind,
      nonce,
      codeVerifier,
      browserHash: hashSecret(browser),
      relayState,
      testBy,
      expiresAt: toDate(ctx.now.add({ minutes: MINUTES[idp.kind] })),
      createdAt: toDate(ctx.now),
    });
  });
  return { kind: idp.kind, relayState, browser, ...start };
}

/** Begins a sign-in at the provider of a firm, named by itself or by the address of whoever signs in. */
export const beginSso = staged({
  name: 'sso.begin',
  permission: 'public',
  input,
  async run(asked: Ctx, given): Promise<SsoStart> {
    const { ctx, idp } = await findIdp(asked, given);
    try {
      return await openRequest(ctx, idp, { relayState: localPath(given.returnTo) });
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      ctx.services.log.warn({ reason: error.message }, 'an identity provider does not answer');
      throw new AppError('SSO_FAILED');
    }
  },
});
