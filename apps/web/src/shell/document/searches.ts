const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** `validateSearch` of a new document's route: whom and what it is for. */
export function prefillSearch(raw: Record<string, unknown>): { contact?: string; vehicle?: string } {
  return { contact: text(raw.contact), vehicle: text(raw.vehicle) };
}

/** `?send=true` opens the sending of a document with its page, e.g. after "Save and send". */
export function sendSearch(raw: Record<string, unknown>): { send?: true } {
  return String(raw.send) === 'true' ? { send: true } : {};
}
