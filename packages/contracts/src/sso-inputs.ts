import { z } from 'zod';
import { email, lineText, requiredText } from './fields.ts';
import { IDP_KINDS, IDP_STATUSES, SSO_ROLES } from './sso.ts';

const url = z
  .string({ error: 'Required' })
  .trim()
  .max(500)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), 'Must be a web address');

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'Must be a domain such as example.com');

const role = z.enum(SSO_ROLES, { error: `Must be one of ${SSO_ROLES.join(', ')}` });

export const oidcConfig = z.object({
  issuer: url,
  clientId: requiredText(300),
  clientSecret: requiredText(1000),
  authorizationEndpoint: url.optional(),
  tokenEndpoint: url.optional(),
  jwksUri: url.optional(),
  userinfoEndpoint: url.optional(),
  scopes: z.array(requiredText(100)).max(20).optional(),
});

export const samlConfig = z.object({
  entityId: requiredText(500),
  ssoUrl: url,
  certificate: requiredText(20_000).refine(
    (text) => /^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/.test(text.trim()),
    'Must be a certificate (PEM)',
  ),
  binding: z.enum(['redirect', 'post']).default('redirect'),
  signRequests: z.boolean().default(false),
});

const facts = {
  name: lineText(1, 120),
  status: z.enum(IDP_STATUSES),
  domains: z.array(domain).max(50),
  defaultRole: role,
  required: z.boolean(),
  groupMapping: z.array(z.object({ group: requiredText(300), role })).max(100),
  attributeMapping: z.object({
    email: requiredText(300).optional(),
    name: requiredText(300).optional(),
    groups: requiredText(300).optional(),
  }),
};

export const ssoCreate = z.object({
  name: facts.name,
  kind: z.enum(IDP_KINDS),
  status: facts.status.default('inactive'),
  domains: facts.domains.default([]),
  defaultRole: facts.defaultRole.default('member'),
  required: facts.required.default(false),
  groupMapping: facts.groupMapping.default([]),
  attributeMapping: facts.attributeMapping.default({}),
  config: z.record(z.string(), z.unknown(), { error: 'Required' }),
});

/** Absent leaves alone; of `config` what is given replaces what stood there. */
export const ssoUpdate = z.object({
  id: z.string(),
  name: facts.name.optional(),
  status: facts.status.optional(),
  domains: facts.domains.optional(),
  defaultRole: facts.defaultRole.optional(),
  required: facts.required.optional(),
  groupMapping: facts.groupMapping.optional(),
  attributeMapping: facts.attributeMapping.optional(),
  config: z.record(z.string(), z.unknown()).optional(),
});

/** A SAML provider's metadata, or the address of them. */
export const idpMetadata = z.object({ source: requiredText(200_000) });

export const ssoAddress = z.object({ email });

export const ssoDomain = z.object({ id: z.string(), domain });

/** How a sign-in begins: by the provider itself, or by the address of whoever signs in. */
export const ssoBegin = z
  .object({
    kind: z.enum(IDP_KINDS).optional(),
    idpId: z.string().max(100).nullish(),
    email: z.string().max(300).nullish(),
    returnTo: z.unknown().optional(),
  })
  .refine(({ idpId, email }) => idpId || email, { message: 'Required', path: ['email'] });
