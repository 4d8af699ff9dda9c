import { ApiError } from './api-error.ts';

interface Answer {
  result?: { data: unknown };
  error?: { message: string; data: ApiError['data'] };
}

/**
 * Calls a mutation of the server whose input is large, telling how far it is on its way (0..1): `fetch` cannot.
 * Files go as a form, everything else as JSON. The caller names the type that the procedure answers with.
 */
export function uploadCall<T>(
  procedure: string,
  input: object | FormData,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/trpc/${procedure}`);
    const form = input instanceof FormData;
    // A form's type names its boundary, which only the browser knows.
    if (!form) request.setRequestHeader('content-type', 'application/json');
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
    request.send(form ? input : JSON.stringify(input));
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
