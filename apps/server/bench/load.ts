import autocannon from 'autocannon';

/** One request of a scenario, made anew for each call. */
export interface Shot {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

export interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  requests: number;
  failed: number;
}

/** Fires a scenario at an address over `connections` kept-alive connections for `seconds`. */
export async function fire(
  origin: string,
  cookie: string,
  next: () => Shot,
  seconds: number,
  connections: number,
): Promise<Measured> {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    headers: { cookie, 'content-type': 'application/json' },
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    requests: result.requests.total,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}
