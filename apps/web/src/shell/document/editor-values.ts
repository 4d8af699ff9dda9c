import { documentTotals, milliFromQuantity, rateBpFromPercent } from '@officina/contracts/money';
import type { DocumentLine, LineKind } from '@officina/contracts/sales';
import type { Pick } from '../../ui/combobox.tsx';

/** A line as it is typed: what is still empty is null. */
export interface EditorLine {
  kind: LineKind;
  description: string;
  quantity: number | null;
  unitPriceCents: number | null;
  /** Percent. */
  vatRate: number | null;
}

export interface EditorValues {
  contact: Pick | null;
  vehicle: Pick | null;
  /** Valid until (quote) or due date (invoice); null takes the firm's usual term. */
  until: string | null;
  lines: EditorLine[];
  notes: string;
}

export function newLine(vatRate: number | null, kind: LineKind = 'other'): EditorLine {
  return { kind, description: '', quantity: 1, unitPriceCents: null, vatRate };
}

export function isBlank(line: EditorLine): boolean {
  return line.description.trim() === '' && line.unitPriceCents === null;
}

/** Lines of a stored document, for editing. */
export function linesOf(lines: readonly DocumentLine[]): EditorLine[] {
  return lines.map(({ kind, description, quantity, unitPriceCents, vatRate }) => ({
    kind,
    description,
    quantity,
    unitPriceCents,
    vatRate,
  }));
}

/** Only blank lines at the end are left out: the server names lines by their place. */
function sentLines(lines: EditorLine[]): EditorLine[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  return lines.slice(0, Math.max(1, last + 1));
}

/** The rate that most lines have: it becomes the document's own, and only lines that differ carry theirs. */
function commonRate(lines: readonly EditorLine[]): number | null {
  const counts = new Map<number, number>();
  for (const { vatRate } of lines) if (vatRate !== null) counts.set(vatRate, (counts.get(vatRate) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** What the server's create, update and preview take. */
export function documentInput(values: EditorValues) {
  const lines = sentLines(values.lines);
  const vatRate = commonRate(lines);
  return {
    contactId: values.contact?.id ?? '',
    vehicleId: values.vehicle?.id ?? null,
    vatRate: vatRate ?? undefined,
    notes: values.notes,
    lines: lines.map((line) => ({
      kind: line.kind,
      description: line.description,
      // Zero is what the server refuses by name; null would only be "not a number" to it.
      quantity: line.quantity ?? 0,
      unitPriceCents: line.unitPriceCents ?? 0,
      vatRate: line.vatRate === vatRate || line.vatRate === null ? undefined : line.vatRate,
    })),
  };
}

/** Amounts of what stands in the editor, by the server's own arithmetic; null while a figure is out of bounds. */
export function editorTotals(lines: readonly EditorLine[]) {
  try {
    return documentTotals(
      lines.map((line) => ({
        quantityMilli: milliFromQuantity(line.quantity ?? 0),
        unitPriceMinor: line.unitPriceCents ?? 0,
        vatRateBp: rateBpFromPercent(line.vatRate ?? 0),
      })),
    );
  } catch {
    return null;
  }
}
