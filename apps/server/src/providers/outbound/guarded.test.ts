import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { guardedOutbound } from './guarded.ts';
import { TargetRefused } from './port.ts';

const INNER = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fd00::1',
  'fec0::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  'not an address',
];

describe('addresses', () => {
  it('of inner networks are none of the public internet, in whatever clothes', () => {
    expect(INNER.filter(isPublicAddress)).toEqual([]);
    const fine = ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'];
    expect(fine.filter(isPublicAddress)).toEqual(fine);
  });
});

describe('what users name', () => {
  const strict = guardedOutbound({ allowLoopback: false });

  it('is refused where it can never be right', () => {
    for (const url of [
      'http://example.com',
      'ftp://example.com',
      'nonsense',
      'https://user:pass@example.com',
      'https://example.com:25',
      'https://127.0.0.1',
      'https://localhost',
      'https://[::1]',
      'https://0x7f000001',
      'https://2130706433',
      'https://[::ffff:10.0.0.1]',
      'https://169.254.169.254/latest/meta-data',
    ])
      expect(strict.refusalOf(url), url).not.toBeNull();
    expect(strict.refusalOf('https://example.com:8443/hook')).toBeNull();
  });

  const loose = guardedOutbound({ allowLoopback: true });

  it('may be this machine where that is allowed, by its own name alone', () => {
    expect(loose.refusalOf('http://localhost:9999/x')).toBeNull();
    expect(loose.refusalOf('http://[::1]:9999/x')).toBeNull();
    expect(loose.refusalOf('http://127.9.9.9/x')).toBeNull();
    expect(loose.refusalOf('http://10.0.0.1/x')).not.toBeNull();
  });

  it('is judged again when it is called: a name that leads inside, also among others, or anew', async () => {
    const answers = [
      [{ address: '127.0.0.1', family: 4 }],
      [
        { address: '8.8.8.8', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ],
      [{ address: '::ffff:127.0.0.1', family: 6 }],
      [],
    ];
    for (const found of answers) {
      const outbound = guardedOutbound({ allowLoopback: true, resolve: async () => found });
      const sent = outbound.send({ method: 'POST', url: 'https://rebound.example/x', body: '{}' });
      await expect(sent).rejects.toBeInstanceOf(TargetRefused);
    }
  });
});

describe('an answer', () => {
  const server = createServer((request, response) => {
    if (request.url === '/silent') return;
    if (request.url === '/inside') return response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    return response.end('x'.repeat(200_000));
  });
  let base = '';

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const outbound = guardedOutbound({ allowLoopback: true, timeoutMs: 150 });

  it('is read up to 64 KiB, waited for so long, and never followed elsewhere', async () => {
    expect((await outbound.send({ method: 'GET', url: `${base}/` })).text).toHaveLength(65_536);
    expect((await outbound.send({ method: 'GET', url: `${base}/inside` })).status).toBe(302);
    await expect(outbound.send({ method: 'GET', url: `${base}/silent` })).rejects.toThrow('No answer');
  });
});
