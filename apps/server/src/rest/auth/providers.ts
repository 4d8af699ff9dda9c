import { OAUTH_NAMES, OAUTH_PROVIDERS, type OAuthProvider } from '@officina/contracts/oauth';

interface Provider {
  id: string;
  name: string;
  type: 'email' | 'credentials' | 'oauth';
}

const ALWAYS: readonly Provider[] = [
  { id: 'email', name: 'Email', type: 'email' },
  { id: 'credentials', name: 'Password', type: 'credentials' },
];
const DEMO: Provider = { id: 'dev-login', name: 'Demo account', type: 'credentials' };

/** By what people can sign in here; `keys` says which of the others this installation is registered at. */
export const providersOf = (demo: boolean, keys: Record<OAuthProvider, unknown>): readonly Provider[] => [
  ...ALWAYS,
  ...(demo ? [DEMO] : []),
  ...OAUTH_PROVIDERS.filter((id) => keys[id]).map((id) => ({
    id,
    name: OAUTH_NAMES[id],
    type: 'oauth' as const,
  })),
];

/** The contract's list, with absolute addresses. */
export const printProviders = (providers: readonly Provider[], publicUrl: string) =>
  Object.fromEntries(
    providers.map((provider) => [
      provider.id,
      {
        ...provider,
        signinUrl: `${publicUrl}/api/auth/signin/${provider.id}`,
        callbackUrl: `${publicUrl}/api/auth/callback/${provider.id}`,
      },
    ]),
  );
