import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AppError, invalid } from '../kernel/errors.ts';

/** So long may a sender pause. */
const SILENCE_MS = 20_000;

const stalled = () => invalid({ field: 'body', message: 'The request stopped arriving', in: 'body' });

/** A request's body as it comes, at most `most` bytes of it; one that pauses too long is given up. */
export function bodyStream(request: Request, most: number, silenceMs = SILENCE_MS): Readable {
  const source = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([]);
  async function* bounded() {
    let size = 0;
    const watch = setTimeout(() => source.destroy(stalled()), silenceMs);
    try {
      for await (const chunk of source as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        if (size > most) throw new AppError('FILE_TOO_LARGE');
        watch.refresh();
        yield chunk;
      }
    } finally {
      clearTimeout(watch);
    }
  }
  return Readable.from(bounded());
}
