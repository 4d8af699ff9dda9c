/** Where people sign in with an account that they have anyway. */
export const OAUTH_PROVIDERS = ['google', 'github'] as const;
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number];

export const OAUTH_NAMES: Record<OAuthProvider, string> = { google: 'Google', github: 'GitHub' };

/** A provider, and as whom it knows the person; null where they have not linked it. Moments are ISO. */
export interface OAuthAccountView {
  provider: OAuthProvider;
  linked: { email: string | null; createdAt: string; lastUsedAt: string | null } | null;
}
