import { lookup as systemLookup } from 'node:dns/promises';
import { request as http, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as https } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackHost, isPublicAddress } from './addresses.ts';
import { type OutboundPort, type OutboundRequest, type OutboundResponse, TargetRefused } from './port.ts';

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

export interface GuardOptions {
  /** Admits 127.0.0.0/8, ::1 and localhost, at any port and over plain http. */
  allowLoopback: boolean;
  resolve?: Resolve;
  timeoutMs?: number;
}

const PORTS = new Set(['', '80', '443', '8080', '8443']);
const MOST_BYTES = 64 * 1024;

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Judges the addresses at the moment of the connection and gives out those alone: what is checked is what is called. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const refused = found.find(({ address }) => !isPublicAddress(address));
        const [first] = found;
        if (refused || !first) done(new TargetRefused('The address is not a public one'), '', 4);
        else if (options.all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, MOST_BYTES - size));
    size += chunk.length;
    if (size >= MOST_BYTES) break;
  }
  answer.destroy();
  return Buffer.concat(chunks).toString('utf8');
}

/** Calls what users name, and nothing within: see `OutboundPort`. */
export function guardedOutbound({
  allowLoopback,
  resolve = (host) => systemLookup(host, { all: true }),
  timeoutMs = 10_000,
}: GuardOptions): OutboundPort {
  const lookup = guardedLookup(resolve);

  function refusalOf(text: string): string | null {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol)) return 'Must be an https address';
    if (url.username || url.password) return 'Must not name a user or password';
    const host = hostOf(url);
    if (allowLoopback && isLoopbackHost(host)) return null;
    if (url.protocol !== 'https:') return 'Must be an https address';
    if (!PORTS.has(url.port)) return 'Must have port 80, 443, 8080 or 8443';
    if (isLoopbackHost(host) || (isIP(host) && !isPublicAddress(host)))
      return 'Must be an address on the public internet';
    return null;
  }

  async function send({ method, url: text, headers = {}, body }: OutboundRequest): Promise<OutboundResponse> {
    const refusal = refusalOf(text);
    if (refusal) throw new TargetRefused(refusal);
    const url = new URL(text);
    const near = allowLoopback && isLoopbackHost(hostOf(url));
    const signal = AbortSignal.timeout(timeoutMs);
    const options: RequestOptions = {
      method,
      signal,
      agent: false,
      headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      ...(!near && { lookup }),
    };
    const answer = await new Promise<IncomingMessage>((done, fail) => {
      const call = (url.protocol === 'https:' ? https : http)(url, options, done);
      call.on('error', (error) => fail(signal.aborted ? new Error('No answer within 10 seconds') : error));
      call.end(body);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: await textOf(answer) };
  }

  return { send, refusalOf };
}
