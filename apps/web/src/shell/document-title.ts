import { useEffect } from 'react';
import { session } from '../lib/session.ts';

/** Names the browser tab after the page and the firm. */
export function useDocumentTitle(title: string | undefined): void {
  const firm = session()?.tenant.name ?? 'Officina';
  useEffect(() => {
    if (title) document.title = `${title} · ${firm}`;
  }, [title, firm]);
}
