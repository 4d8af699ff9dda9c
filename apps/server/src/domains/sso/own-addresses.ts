import type { Ctx } from '../../kernel/context.ts';

/** What providers are told of us, exactly. */
export function ownAddresses(ctx: Ctx) {
  const base = `${ctx.services.config.publicUrl}/api/auth/sso`;
  return { entityId: `${base}/saml`, acs: `${base}/callback/saml`, redirectUri: `${base}/callback/oidc` };
}

/** A path of ours with one leading slash; null for anything else. */
export function localPath(asked: unknown): string | null {
  if (typeof asked !== 'string' || asked.length > 2000 || /[\\\p{Cc}]/u.test(asked)) return null;
  if (!/^\/(?!\/)/.test(asked)) return null;
  const url = URL.parse(asked, 'http://own.invalid');
  if (url?.host !== 'own.invalid') return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? null : path;
}

export const METADATA_TYPE = 'application/samlmetadata+xml';

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What a SAML provider reads of us. */
export function spMetadata(ctx: Ctx): string {
  const { entityId, acs } = ownAddresses(ctx);
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(entityId)}"><md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:AssertionConsumerService index="1" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escaped(acs)}"/></md:SPSSODescriptor></md:EntityDescriptor>`;
}
