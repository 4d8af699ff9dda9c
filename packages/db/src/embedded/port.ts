import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** Whether a server may listen on this loopback port now. */
export async function portIsFree(port: number): Promise<boolean> {
  return (await tryListen(port)) !== null;
}

/** A loopback port that nobody uses. */
export async function freePort(): Promise<number> {
  const port = await tryListen(0);
  if (port === null) throw new Error('The system gives no free port on 127.0.0.1.');
  return port;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: HOST, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
