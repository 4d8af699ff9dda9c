import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type AccountClaims } from 'oidc-provider';

/** Starts a server on this machine; answers its address. */
export async function listenLocally(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}

interface Facts {
  redirectUris: string[];
  /** What it tells of whoever signs in with this name, whatever the password. */
  claims: (login: string) => Omit<AccountClaims, 'sub'>;
}

export const OIDC_CLIENT = { id: 'officina', secret: 'the client secret' };

/** A certified OpenID provider on this machine, with pages to sign in and consent. It goes by the machine's clock. */
export async function startOidcProvider({ redirectUris, claims }: Facts) {
  const server = createServer();
  const issuer = await listenLocally(server);
  const provider = new Provider(issuer, {
    clients: [{ client_id: OIDC_CLIENT.id, client_secret: OIDC_CLIENT.secret, redirect_uris: redirectUris }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims(sub) }) }),
  });
  server.on('request', provider.callback());
  return { issuer, stop: () => stop(server) };
}

/** Walks through a provider's pages as somebody with a browser would; answers where it sends them back to. */
export async function signInThere(start: URL, login: string): Promise<URL> {
  const back = start.searchParams.get('redirect_uri') ?? '';
  const jar = new Map<string, string>();
  let url = start.href;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const to = answer.headers.get('location');
    form = null;
    if (to) {
      url = new URL(to, url).href;
      if (url.startsWith(back)) return new URL(url);
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    url = new URL(action, url).href;
    form = new URLSearchParams(
      page.includes('name="login"') ? { prompt: 'login', login, password: 'x' } : { prompt: 'consent' },
    );
  }
  throw new Error('the provider leads nowhere');
}
