const MOST = 500;
const own = new Set<string>();

/** Remembers a write of this window: what it touched, it has refreshed itself. */
export function noteOwnRequest(id: string | null): void {
  if (!id) return;
  own.add(id);
  const [oldest] = own;
  if (own.size > MOST && oldest) own.delete(oldest);
}

export const isOwnRequest = (id: string | null): boolean => id !== null && own.has(id);
