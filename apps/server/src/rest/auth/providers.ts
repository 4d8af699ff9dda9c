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

/** By what people can sign in here. */
export const providersOf = (demo: boolean): readonly Provider[] => (demo ? [...ALWAYS, DEMO] : ALWAYS);

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
