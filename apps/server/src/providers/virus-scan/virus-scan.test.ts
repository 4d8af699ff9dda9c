import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { clamAvScan } from './clamav.ts';
import { eicarScan } from './eicar.ts';

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const streamOf = (...parts: (string | Buffer)[]) =>
  Readable.from(parts.map((part) => Buffer.from(part as string)));

describe('without a scanner', () => {
  it('the test file is refused, wherever it stands and however it arrives', async () => {
    const infected = { verdict: 'infected', signature: 'EICAR-Test-File' };
    expect(await eicarScan.scan(streamOf(EICAR))).toEqual(infected);
    expect(await eicarScan.scan(streamOf('%PDF-1.7\n', EICAR, '\n%%EOF'))).toEqual(infected);
    expect(await eicarScan.scan(streamOf(...EICAR.split('')))).toEqual(infected);
  });

  it('everything else was not looked at', async () => {
    expect(await eicarScan.scan(streamOf('%PDF-1.7'))).toEqual({ verdict: 'not_scanned' });
    expect(await eicarScan.scan(streamOf())).toEqual({ verdict: 'not_scanned' });
  });
});

let daemon: Server | undefined;
afterEach(() => daemon?.close());

/** A clamd of the tests: reads the frames of INSTREAM, then answers what `reply` says of the content. */
async function fakeClamd(
  reply: (content: Buffer, socket: Socket) => string,
): Promise<{ host: string; port: number }> {
  daemon = createServer(async (socket) => {
    socket.on('error', () => {});
    let input = Buffer.alloc(0);
    const content: Buffer[] = [];
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      input = Buffer.concat([input, chunk]);
      if (input.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) input = input.subarray(10);
      while (input.length >= 4 && input.length >= 4 + input.readUInt32BE(0)) {
        const length = input.readUInt32BE(0);
        if (!length) return socket.end(reply(Buffer.concat(content), socket));
        content.push(input.subarray(4, 4 + length));
        input = input.subarray(4 + length);
      }
    }
  }).listen(0, '127.0.0.1');
  await once(daemon, 'listening');
  return { host: '127.0.0.1', port: (daemon.address() as AddressInfo).port };
}

describe('ClamAV', () => {
  it('gets the whole content and says clean or what it found', async () => {
    const seen: Buffer[] = [];
    const at = await fakeClamd((content) => {
      seen.push(content);
      return content.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0';
    });
    const large = Buffer.alloc(3_000_000, 'officina');
    expect(await clamAvScan(at).scan(streamOf(large.subarray(0, 70_000), large.subarray(70_000)))).toEqual({
      verdict: 'clean',
    });
    expect(seen[0]?.equals(large)).toBe(true);
    expect(await clamAvScan(at).scan(streamOf(EICAR))).toEqual({
      verdict: 'infected',
      signature: 'Win.Test.EICAR_HDB-1',
    });
  });

  it('that refuses, says nothing or is away is an error: nothing passes unseen', async () => {
    const limit = await fakeClamd(() => 'INSTREAM size limit exceeded. ERROR\0');
    await expect(clamAvScan(limit).scan(streamOf('x'))).rejects.toThrow('size limit exceeded');
    daemon?.close();
    const mute = await fakeClamd(() => '');
    await expect(clamAvScan(mute).scan(streamOf('x'))).rejects.toThrow('clamd answered ""');
    daemon?.close();
    await once(daemon as Server, 'close');
    await expect(clamAvScan(mute).scan(streamOf('x'))).rejects.toThrow('ECONNREFUSED');
  });

  it('a content that breaks off is an error', async () => {
    const at = await fakeClamd(() => 'stream: OK\0');
    async function* broken() {
      yield Buffer.from('x');
      throw new Error('cut off');
    }
    await expect(clamAvScan(at).scan(Readable.from(broken()))).rejects.toThrow('cut off');
  });
});
