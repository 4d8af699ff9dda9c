import { identityProviders } from '@officina/db/schema/sso';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { ownAddresses } from './own-addresses.ts';
import { signingCertificate } from './signing-key.ts';

export const METADATA_TYPE = 'application/samlmetadata+xml';

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const keyOf = (certificate: string) =>
  `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;

/**
 * What a SAML provider reads of us, with the certificate of the firm that a provider of its is named of, else of the
 * request's. Source: studio specification §3.5.
 */
export const ownMetadata = read({
  name: 'sso.metadata',
  permission: 'public',
  input: z.object({ idpId: z.string().max(100).optional() }),
  async run(ctx, { idpId }): Promise<string> {
    let tenantId: string = ctx.tenant.id;
    if (idpId !== undefined) {
      const [idp] = isUuid(idpId)
        ? await ctx.db
            .select({ tenantId: identityProviders.tenantId })
            .from(identityProviders)
            .where(and(crossTenant('what is told is public'), eq(identityProviders.id, idpId)))
        : [];
      if (!idp) throw notFound('Identity provider');
      tenantId = idp.tenantId;
    }
    const certificate = await signingCertificate(ctx, tenantId);
    const { entityId, acs } = ownAddresses(ctx);
    return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(entityId)}"><md:SPSSODescriptor AuthnRequestsSigned="${certificate !== null}" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${certificate ? keyOf(certificate) : ''}<md:AssertionConsumerService index="1" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escaped(acs)}"/></md:SPSSODescriptor></md:EntityDescriptor>`;
  },
});
