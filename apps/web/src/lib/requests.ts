/** Who wants to know how this window's requests end. Without one nobody asks. */
interface Watcher {
  /** An answer of any kind came. */
  answered(response: Response, asked?: RequestInit): void;
  /** No answer came, or nobody waits for it any more. */
  lost(asked?: RequestInit): void;
}

let watcher: Watcher | null = null;

export function watchRequests(next: Watcher): void {
  watcher = next;
}

/** `fetch`, with a watcher told how it ended; a refusal may be put right by who asks proving that it is them. */
export async function watchedFetch(
  url: RequestInfo | URL | string,
  options?: RequestInit,
): Promise<Response> {
  try {
    const send = () => fetch(url, options);
    const first = await send();
    const response =
      first.status === 403
        ? await import('../features/step-up/after-proof.ts').then((proof) => proof.afterProof(first, send))
        : first;
    watcher?.answered(response, options);
    return response;
  } catch (error) {
    watcher?.lost(options);
    throw error;
  }
}
