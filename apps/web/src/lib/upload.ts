import { ApiError } from './api-error.ts';

interface Answer {
  result?: { data: unknown };
  error?: { message: string; data: ApiError['data'] };
}

/**
 * Calls a mutation of the server whose input is large, telling how far it is on its way (0..1): `fetch` cannot.
 * The caller names the type that the procedure answers with.
 */
export function uploadCall<T>(
  procedure: string,
  input: object,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/trpc/${procedure}`);
    request.setRequestHeader('content-type', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total, lengthComputable }) =>
      lengthComputable && onProgress(loaded / total);
    request.onload = () => {
      const { result, error } = (request.response ?? {}) as Answer;
      if (result) return resolve(result.data as T);
      const { appCode = 'INTERNAL_ERROR', details, requestId = '' } = error?.data ?? {};
      reject(new ApiError(appCode, error?.message ?? request.statusText, details, requestId));
    };
    request.onerror = () => reject(new TypeError('Network failure'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(JSON.stringify(input));
  });
}

/** The bytes of a file as a `data:` address. */
export function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
