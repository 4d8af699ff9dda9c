import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { listenLocally, stop } from '../../../testing/oidc-idp.ts';

interface Person {
  id: number;
  login: string;
  name: string | null;
  emails: { email: string; primary: boolean; verified: boolean }[];
}

const CLIENT = { id: 'officina-at-github', secret: 'its secret' };

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
}

/**
 * A GitHub of the tests, as its documentation of OAuth apps and of the two calls of its API says: whoever is `signedIn`
 * there agrees at once. Codes are good once, with the secret and the verifier; a refused one is a 200 with an error.
 */
export async function startFakeGitHub() {
  const codes = new Map<string, { challenge: string; redirectUri: string; person: Person }>();
  const tokens = new Map<string, Person>();
  const github = { signedIn: null as Person | null, url: '', client: CLIENT, stop: () => stop(server) };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', github.url);
    const json = (body: unknown, status = 200) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(body));
    if (url.pathname === '/login/oauth/authorize' && github.signedIn) {
      const asked = Object.fromEntries(url.searchParams);
      const code = randomUUID();
      const { code_challenge: challenge = '', redirect_uri: redirectUri = '' } = asked;
      codes.set(code, { challenge, redirectUri, person: github.signedIn });
      const back = new URL(redirectUri);
      back.search = new URLSearchParams({ code, state: asked.state ?? '' }).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/login/oauth/access_token') {
      const form = await formOf(request);
      const kept = codes.get(form.code ?? '');
      codes.delete(form.code ?? '');
      const verifier = createHash('sha256')
        .update(form.code_verifier ?? '')
        .digest('base64url');
      const fits = kept?.challenge === verifier && kept.redirectUri === form.redirect_uri;
      const ours = form.client_id === CLIENT.id && form.client_secret === CLIENT.secret;
      if (!kept || !fits || !ours) return json({ error: 'bad_verification_code', error_description: 'no' });
      const token = randomUUID();
      tokens.set(token, kept.person);
      return json({ access_token: token, token_type: 'bearer', scope: 'read:user,user:email' });
    }
    const person = tokens.get(/^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!person || !request.headers['user-agent']) return json({ message: 'Bad credentials' }, 401);
    const { emails, ...facts } = person;
    if (url.pathname === '/api/user') return json(facts);
    return url.pathname === '/api/user/emails' ? json(emails) : json({ message: 'Not Found' }, 404);
  });
  github.url = await listenLocally(server);
  return github;
}
