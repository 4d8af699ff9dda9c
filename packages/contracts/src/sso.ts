export const IDP_KINDS = ['saml', 'oidc'] as const;
export type IdpKind = (typeof IDP_KINDS)[number];

export const IDP_STATUSES = ['active', 'inactive'] as const;
export type IdpStatus = (typeof IDP_STATUSES)[number];

/** Roles that a provider may give to who comes in through it: never owner, and nobody's who needs an organisation. */
export const SSO_ROLES = ['admin', 'manager', 'member', 'accountant'] as const;
export type SsoRole = (typeof SSO_ROLES)[number];

/** Who is in this group at the provider has this role here. */
export interface GroupRole {
  group: string;
  role: SsoRole;
}

/** Under which names the provider tells of a person; what is left out has its usual name. */
export interface AttributeMapping {
  email?: string;
  name?: string;
  groups?: string;
}

export interface OidcConfig {
  issuer: string;
  clientId: string;
  /** Encrypted. */
  clientSecret: string;
  authorizationEndpoint?: string;
  tokenEndpoint?: string;
  jwksUri?: string;
  userinfoEndpoint?: string;
  scopes?: string[];
}

export interface SamlConfig {
  entityId: string;
  ssoUrl: string;
  /** PEM; several while a provider changes its own. */
  certificate: string;
  binding: 'redirect' | 'post';
  signRequests: boolean;
}

/** What is looked at when somebody comes back from a provider, in this order; each kind has some of them. */
export const TRIAL_CHECKS = [
  'begin',
  'answer',
  'status',
  'shape',
  'destination',
  'signature',
  'issuer',
  'recipient',
  'time',
  'audience',
  'token',
  'identity',
  'person',
  'account',
  'role',
] as const;
export type TrialCheck = (typeof TRIAL_CHECKS)[number];

export interface TrialStep {
  check: TrialCheck;
  ok: boolean;
  /** What was found, or why it does not hold. */
  detail: string;
}

/** What a SAML provider's metadata say. */
export type IdpMetadata = SamlConfig;

/** A provider as its firm sees it: never with a secret. */
export interface IdpView {
  id: string;
  name: string;
  kind: IdpKind;
  status: IdpStatus;
  defaultRole: SsoRole;
  /** The firm's people with addresses of its domains sign in here alone, but for owners. */
  required: boolean;
  groupMapping: GroupRole[];
  attributeMapping: AttributeMapping;
  config: Omit<OidcConfig, 'clientSecret'> | SamlConfig;
  domains: { domain: string; verified: boolean; record: string }[];
  /** What it must be told of us. */
  ours: { entityId: string; acs: string; redirectUri: string; metadata: string };
  /** The last trial with the present settings. */
  trial: { steps: TrialStep[]; passed: boolean; triedAt: string } | null;
  /** Why nobody can sign in with it yet; empty when somebody can. */
  missing: ('active' | 'domain')[];
  createdAt: string;
}
