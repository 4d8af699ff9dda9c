import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from '../../lib/errors.ts';
import { api } from '../../trpc.ts';
import { type UploadTo, uploadInParts } from './upload-in-parts.ts';

export interface Upload {
  key: number;
  file: File;
  to: UploadTo;
  /** The server's, once it knows of it. */
  id: string | null;
  share: number;
  state: 'running' | 'broken' | 'refused' | 'done';
  failure: Failure | null;
}

/** What a later attempt cannot mend. */
const isFinal = ({ code }: Failure) => code !== 'OFFLINE' && code !== 'INTERNAL_ERROR' && code !== 'CONFLICT';

/** As far as a browser can tell. */
const same = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** Files on their way up: how far each is, and how to abort or resume it. A broken one resumes when the line is back. */
export function useUploads(settled: () => unknown) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const last = useRef(0);
  const change = useCallback(
    (key: number, facts: Partial<Upload>) =>
      setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...facts } : one))),
    [],
  );
  const run = useCallback(
    async ({ key, file, to, id }: Upload) => {
      const abort = new AbortController();
      running.current.set(key, abort);
      change(key, { state: 'running', failure: null });
      try {
        await uploadInParts(file, to, id, {
          signal: abort.signal,
          onOpen: (opened) => change(key, { id: opened }),
          onProgress: (share) => change(key, { share }),
        });
        change(key, { state: 'done', share: 1 });
        settled();
      } catch (error) {
        if (abort.signal.aborted) return;
        const failure = failureOf(error);
        change(key, { state: isFinal(failure) ? 'refused' : 'broken', failure });
      } finally {
        running.current.delete(key);
      }
    },
    [change, settled],
  );
  const add = (files: readonly File[], to: UploadTo) => {
    const under = uploads.filter(({ state }) => state === 'running' || state === 'broken');
    const broken = under.filter(
      ({ file, state }) => state === 'broken' && files.some((one) => same(one, file)),
    );
    const added = files
      .filter((file) => !under.some((one) => same(one.file, file)))
      .map((file): Upload => {
        last.current += 1;
        return { key: last.current, file, to, id: null, share: 0, state: 'running', failure: null };
      });
    setUploads((all) => [...all.filter(({ state }) => state !== 'done'), ...added]);
    for (const upload of [...broken, ...added]) void run(upload);
  };
  const drop = (upload: Upload) => {
    running.current.get(upload.key)?.abort();
    setUploads((all) => all.filter(({ key }) => key !== upload.key));
    // What has arrived is swept a day later at the latest.
    if (upload.id && upload.state !== 'done')
      void api.documents.abortUpload
        .mutate({ id: upload.id })
        .catch(() => {})
        .finally(settled);
  };
  useEffect(() => {
    const resume = () => {
      for (const upload of uploads) if (upload.state === 'broken') void run(upload);
    };
    window.addEventListener('online', resume);
    return () => window.removeEventListener('online', resume);
  }, [uploads, run]);
  return { uploads, add, drop, resume: (upload: Upload) => void run(upload) };
}
