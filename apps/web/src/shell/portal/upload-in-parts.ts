import type { UploadProgress } from '@officina/contracts/engagement-documents';
import { uploadCall } from '../../lib/upload.ts';
import { api } from '../../trpc.ts';

export interface UploadTo {
  engagementId: string;
  category: string;
}

interface Watch {
  /** The upload is known to the server: by this id it can be resumed. */
  onOpen: (id: string) => void;
  /** Between 0 and 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a file piece by piece, from the beginning or from where the server has it: of a broken upload whose id is given,
 * and of one of the same file that another page of this person began.
 * Throws what broke it; the same call with its id goes on.
 */
export async function uploadInParts(
  file: File,
  to: UploadTo,
  id: string | null,
  { onOpen, onProgress, signal }: Watch,
): Promise<{ id: string }> {
  let at: UploadProgress = id
    ? await api.documents.uploadStatus.query({ id })
    : await api.documents.beginUpload.mutate({
        ...to,
        filename: file.name,
        contentType: file.type,
        sizeBytes: file.size,
        lastModified: file.lastModified,
      });
  onOpen(at.id);
  onProgress(at.receivedBytes / at.sizeBytes);
  while (at.receivedBytes < at.sizeBytes) {
    signal.throwIfAborted();
    const offset = at.receivedBytes;
    const part = file.slice(offset, offset + at.partBytes);
    const form = new FormData();
    form.set('id', at.id);
    form.set('offset', String(offset));
    form.set('part', part);
    const whole = at.sizeBytes;
    at = await uploadCall<UploadProgress>(
      'documents.putPart',
      form,
      (share) => onProgress((offset + share * part.size) / whole),
      signal,
    );
  }
  onProgress(1);
  return api.documents.finishUpload.mutate({ id: at.id });
}
