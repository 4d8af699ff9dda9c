/** The binder that a scanned label names: its QR code is the address of the binder, see `print-label.ts`. */
export function refOfLabel(text: string): number | undefined {
  const ref = /\/office\/binders\/(\d{1,15})\/?$/.exec(text.trim())?.[1];
  return ref === undefined ? undefined : Number(ref);
}
