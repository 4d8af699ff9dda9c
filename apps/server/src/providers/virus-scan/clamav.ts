import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { ScanVerdict, VirusScanPort } from './port.ts';

const COMMAND = Buffer.from('zINSTREAM\0', 'latin1');
const END = Buffer.alloc(4);
const SILENCE_MS = 30_000;
/** An answer is one line; whatever says more is no clamd. */
const MOST_ANSWER = 4096;

function frame(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
}

/** Sends the content in frames, no faster than the scanner takes it. */
async function send(socket: Socket, content: Readable): Promise<void> {
  socket.write(COMMAND);
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (socket.writableEnded || socket.destroyed) return;
    if (chunk.length && !socket.write(frame(chunk)))
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  socket.write(END);
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.includes('\0') || answer.length > MOST_ANSWER) break;
  }
  return answer.replace(/\0.*$/s, '').trim();
}

function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found?.[1]) return { verdict: 'infected', signature: found[1] };
  throw new Error(`clamd answered ${JSON.stringify(answer.slice(0, 200))}`);
}

/** Asks a ClamAV daemon over its INSTREAM command. Its `StreamMaxLength` must not be below our largest upload. */
export function clamAvScan({ host, port }: { host: string; port: number }): VirusScanPort {
  return {
    async scan(content) {
      const socket = connect({ host, port });
      socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('clamd has gone silent')));
      const answer = answerOf(socket);
      // An early answer (too large, say) closes the connection under what is still being sent: the answer counts.
      const sent = send(socket, content).catch((error: Error) => socket.destroy(error));
      try {
        return verdictOf(await answer);
      } finally {
        socket.destroy();
        content.destroy();
        await sent;
      }
    },
  };
}
