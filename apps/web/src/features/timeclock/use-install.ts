import { useEffect } from 'react';

const SCOPE = '/apprentice/';

/** Makes the timeclock an app of its own: its manifest, and the worker that opens it without network. */
export function useInstall(): void {
  useEffect(() => {
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = `${SCOPE}timeclock.webmanifest`;
    document.head.append(link);
    // Where the browser refuses workers the page is a page like any other.
    void navigator.serviceWorker?.register(`${SCOPE}worker.js`, { scope: SCOPE }).catch(() => {});
    return () => link.remove();
  }, []);
}
