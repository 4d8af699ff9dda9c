/** Who wants to know how this window's requests end. Without one nobody asks. */
interface Watcher {
  /** An answer of any kind came; `write` when it may have changed something. */
  answered(response: Response, write: boolean): void;
  /** No answer came. */
  lost(): void;
}

let watcher: Watcher | null = null;

export function watchRequests(next: Watcher): void {
  watcher = next;
}

/** `fetch`, with a watcher told how it ended. */
export async function watchedFetch(
  url: RequestInfo | URL | string,
  options?: RequestInit,
): Promise<Response> {
  try {
    const response = await fetch(url, options);
    watcher?.answered(response, options?.method === 'POST');
    return response;
  } catch (error) {
    if (!options?.signal?.aborted) watcher?.lost();
    throw error;
  }
}
