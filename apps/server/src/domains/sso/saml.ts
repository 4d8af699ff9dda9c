import { randomUUID } from 'node:crypto';
import type { AttributeMapping, SamlConfig } from '@officina/contracts/sso';
import type { Ctx } from '../../kernel/context.ts';
import { ownAddresses } from './own-addresses.ts';
import type { Protocol } from './protocol.ts';
import {
  ASSERTION,
  all,
  checkShape,
  children,
  one,
  PROTOCOL,
  parseXml,
  type XmlElement,
} from './saml-xml.ts';
import { signingKey } from './signing-key.ts';
import { type Claims, claimsOf, demand, SsoRefused } from './sso-refused.ts';

/** How far a provider's clock may be from ours. */
const SKEW_MS = 120_000;
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
const USUAL = {
  email: ['email', 'mail', 'urn:oid:0.9.2342.19200300.100.1.3', `${CLAIMS}/emailaddress`],
  name: ['displayName', 'name', 'urn:oid:2.16.840.1.113730.3.1.241', `${CLAIMS}/name`],
  groups: ['groups', 'memberOf', 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups'],
};

/** The library is large: only who signs in through a provider loads it. */
async function library(ctx: Ctx, config: SamlConfig, requestId: string) {
  const { SAML, ValidateInResponseTo } = await import('@node-saml/node-saml');
  const { entityId, acs } = ownAddresses(ctx);
  const privateKey = config.signRequests ? await signingKey(ctx) : null;
  return new SAML({
    ...(privateKey && { privateKey, signatureAlgorithm: 'sha256', digestAlgorithm: 'sha256' }),
    callbackUrl: acs,
    entryPoint: config.ssoUrl,
    issuer: entityId,
    audience: false,
    idpCert: config.certificate.match(CERTIFICATE) ?? config.certificate,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    skipRequestCompression: config.binding === 'post',
    // Audience and moments are judged below: by our own clock, and so that a trial tells them from the signature.
    acceptedClockSkewMs: -1,
    validateInResponseTo: ValidateInResponseTo.never,
    generateUniqueId: () => requestId,
  });
}

export interface SamlStart {
  requestId: string;
  url: string;
  /** Base64 to be posted there; null where the address carries it. */
  request: string | null;
}

export async function startSaml(ctx: Ctx, config: SamlConfig, relayState: string | null): Promise<SamlStart> {
  const requestId = `_${randomUUID()}`;
  const saml = await library(ctx, config, requestId);
  if (config.binding === 'redirect')
    return {
      requestId,
      url: await saml.getAuthorizeUrlAsync(relayState ?? '', undefined, {}),
      request: null,
    };
  const message = await saml.getAuthorizeMessageAsync(relayState ?? '', undefined);
  return { requestId, url: config.ssoUrl, request: String(message.SAMLRequest) };
}

const decoded = (response: string): string => Buffer.from(response, 'base64').toString('utf8');

/** The request that an answer says it is to; nothing of it is believed yet. */
export function requestOf(response: string): string {
  return parseXml(decoded(response)).getAttribute('InResponseTo') ?? '';
}

function checkMoments(ctx: Ctx, element: XmlElement | null): void {
  const now = ctx.now.epochMilliseconds;
  const at = (name: string) => Date.parse(element?.getAttribute(name) ?? '');
  const [from, until] = [at('NotBefore'), at('NotOnOrAfter')];
  demand(Number.isNaN(from) || from - SKEW_MS <= now, 'the assertion is not valid yet');
  demand(Number.isNaN(until) || now < until + SKEW_MS, 'the assertion has expired');
}

interface Judged {
  response: string;
  requestId: string;
  mapping: AttributeMapping;
  protocol: Protocol;
}

/** Everything that is read is read of the element whose signature was verified. */
function read(
  ctx: Ctx,
  { entityId: issuer }: SamlConfig,
  { requestId, protocol }: Judged,
  assertion: XmlElement,
) {
  const { entityId, acs } = ownAddresses(ctx);
  const text = (element: XmlElement | null) => element?.textContent?.trim() ?? '';
  const named = text(children(assertion, ASSERTION, 'Issuer')[0] ?? null);
  demand(named === issuer, `another issuer: ${named.slice(0, 200)}`);
  protocol.note(named);
  protocol.begin('recipient');
  const confirmation = one(assertion, ASSERTION, 'SubjectConfirmationData');
  demand(confirmation?.getAttribute('Recipient') === acs, 'the assertion is for another address');
  demand(confirmation.getAttribute('InResponseTo') === requestId, 'the assertion answers another request');
  protocol.begin('time');
  demand(confirmation.getAttribute('NotOnOrAfter'), 'the assertion has no end');
  checkMoments(ctx, confirmation);
  checkMoments(ctx, one(assertion, ASSERTION, 'Conditions'));
  protocol.begin('audience');
  const audiences = all(assertion, ASSERTION, 'Audience').map(text);
  demand(audiences.includes(entityId), 'the assertion is for another audience');
  protocol.begin('person');
  const nameId = text(one(assertion, ASSERTION, 'NameID'));
  demand(nameId && nameId.length <= 500, 'nobody is named');
  const told: Record<string, string[]> = {};
  for (const attribute of all(assertion, ASSERTION, 'Attribute')) {
    const name = attribute.getAttribute('Name');
    if (name) told[name] = all(attribute, ASSERTION, 'AttributeValue').map(text);
  }
  return {
    nameId,
    told,
    assertionId: assertion.getAttribute('ID') ?? '',
    notOnOrAfter: new Date(Date.parse(confirmation.getAttribute('NotOnOrAfter') ?? '')),
  };
}

export interface SamlAnswer {
  claims: Claims;
  assertionId: string;
  notOnOrAfter: Date;
}

/** Who the answer names, if all of it holds. Throws SsoRefused with the reason. */
export async function finishSaml(ctx: Ctx, config: SamlConfig, judged: Judged): Promise<SamlAnswer> {
  const { response, requestId, mapping, protocol } = judged;
  protocol.begin('answer');
  const root = parseXml(decoded(response));
  protocol.begin('status');
  const status = one(root, PROTOCOL, 'StatusCode')?.getAttribute('Value') ?? 'none';
  demand(status === SUCCESS, `the provider refused: ${status.slice(0, 100)}`);
  protocol.begin('shape');
  checkShape(root);
  protocol.begin('destination');
  const { acs } = ownAddresses(ctx);
  demand(root.getAttribute('Destination') === acs, 'the answer is for another address');
  demand(root.getAttribute('InResponseTo') === requestId, 'the answer is to another request');
  protocol.begin('signature');
  const saml = await library(ctx, config, requestId);
  const verified = await saml
    .validatePostResponseAsync({ SAMLResponse: response })
    .catch((error: unknown) => {
      throw new SsoRefused(
        error instanceof Error ? error.message.slice(0, 200) : 'the signature does not hold',
      );
    });
  const xml = verified.profile?.getAssertionXml?.();
  demand(xml, 'the signature does not hold');
  protocol.begin('issuer');
  const [issuer] = children(root, ASSERTION, 'Issuer');
  demand(!issuer || issuer.textContent?.trim() === config.entityId, 'another issuer');
  const facts = read(ctx, config, judged, parseXml(xml));
  const { nameId, told, assertionId, notOnOrAfter } = facts;
  const claims = claimsOf(nameId, told, mapping, USUAL);
  // Many providers name people by their address and say it nowhere else.
  const email = claims.email ?? (/^\S+@\S+\.\S+$/.test(nameId) ? nameId.toLowerCase() : null);
  return { claims: { ...claims, email }, assertionId, notOnOrAfter };
}
