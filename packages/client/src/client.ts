import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/v1.ts';

export interface ClientOptions {
  /** Origin of the installation, such as https://office.example.com. */
  baseUrl: string;
  /** `ofk_…`, made under Settings → API keys. */
  apiKey: string;
  /** How often a request is sent again. */
  retries?: number;
  /** Replaced by tests. */
  wait?: (ms: number) => Promise<unknown>;
}

const FIRST_WAIT_MS = 500;
const AGAIN = [429, 503];

/** Seconds that the server asks for, else longer each time. */
function waitOf(answer: Response | null, tried: number): number {
  const asked = Number(answer?.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(asked) ? asked * 1000 : FIRST_WAIT_MS * 2 ** tried;
}

/**
 * The V1 API with its types: `GET`, `POST` with paths, and `{ data, error }` in return. What did not arrive, was too much at
 * once or met a server that is away is sent again; every POST carries a key by which the server does it once.
 */
export function officina(options: ClientOptions): Client<paths> {
  const { baseUrl, apiKey, retries = 2 } = options;
  const wait = options.wait ?? ((ms: number) => new Promise((resolve) => setTimeout(resolve, ms)));
  async function patient(request: Request): Promise<Response> {
    for (let tried = 0; ; tried++) {
      const last = tried >= retries;
      const answer = await fetch(request.clone()).catch((error: unknown) => {
        if (last) throw error;
        return null;
      });
      if (answer && (last || !AGAIN.includes(answer.status))) return answer;
      await wait(waitOf(answer, tried));
    }
  }
  const client = createClient<paths>({
    baseUrl,
    fetch: patient,
    headers: { authorization: `Bearer ${apiKey}` },
  });
  client.use({
    onRequest({ request }) {
      if (request.method === 'POST' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return client;
}
