import type { Case } from './foreign-inputs.ts';

const config = { issuer: 'https://idp.example.com', clientId: 'x', clientSecret: 'x' };
const idp: Case = ['missing', ({ idpId }) => ({ id: idpId })];

/** What single sign-on does with another tenant's ids. Whoever signs in names a provider of any tenant's. */
export const SSO_CASES: Record<string, Case> = {
  'sso.begin': ['missing', ({ idpId }) => ({ idpId })],
  'sso.finishSaml': ['blind', () => ({ response: '', browser: '' })],
  'sso.finishOidc': ['blind', () => ({ query: 'state=x', browser: '' })],
  'oauth.begin': ['blind', () => ({ provider: 'google', browserHash: 'x' })],
  'oauth.beginLink': ['blind', () => ({ provider: 'google' })],
  'oauth.finish': ['blind', () => ({ provider: 'google', query: 'state=x', browserHash: 'x' })],
  'oauth.accounts': ['blind', () => ({})],
  'oauth.unlink': ['blind', () => ({ provider: 'google' })],
  'sso.list': ['blind', () => ({})],
  'sso.create': ['blind', () => ({ name: 'x', kind: 'oidc', config })],
  'sso.update': idp,
  'sso.remove': idp,
  'sso.addresses': ['blind', () => ({})],
  'sso.find': ['blind', () => ({ email: 'x@foreign.test' })],
  'sso.metadata': ['blind', ({ idpId }) => ({ idpId })],
  'sso.readMetadata': ['blind', () => ({ source: 'x' })],
  'sso.beginTrial': idp,
  'sso.verifyDomain': ['missing', ({ idpId }) => ({ id: idpId, domain: 'foreign.test' })],
};
