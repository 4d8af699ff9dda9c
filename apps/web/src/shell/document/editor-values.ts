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

/** A vehicle knows whose it is, so that choosing it first also chooses the client. */
export interface VehiclePick extends Pick {
  owner: { id: string; name: string };
}

export interface EditorValues {
  contact: Pick | null;
  vehicle: VehiclePick | null;
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

/** What can be printed of a document that is still being written. */
export function previewInput(values: EditorValues) {
  const complete = values.lines.filter((line) => !isBlank(line) && (line.quantity ?? 0) > 0);
  const input = documentInput({ ...values, lines: complete });
  return {
    ...input,
    contactId: values.contact?.id,
    lines: complete.length === 0 ? [] : input.lines.map(withPrice),
  };
}

const withPrice = <L extends { unitPriceCents: number }>(line: L): L => ({
  ...line,
  unitPriceCents: Number.isNaN(line.unitPriceCents) ? 0 : line.unitPriceCents,
});

/** What the server's create and update take. */
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
      // An empty figure travels as null: the server refuses it at its field, and no price is zero by oversight.
      quantity: line.quantity ?? Number.NaN,
      unitPriceCents: line.unitPriceCents ?? Number.NaN,
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

interface Stored {
  contact: { id: string; name: string };
  vehicle: { id: string; licensePlate: string; make: string; model: string } | null;
  lines: readonly DocumentLine[];
  notes: string | null;
}

/** A stored document as the editor holds it. */
export function valuesOf({ contact, vehicle, lines, notes }: Stored, until: string | null): EditorValues {
  return {
    contact: { id: contact.id, label: contact.name },
    vehicle: vehicle && {
      id: vehicle.id,
      label: `${vehicle.licensePlate} · ${vehicle.make} ${vehicle.model}`,
      owner: contact,
    },
    until,
    lines: linesOf(lines),
    notes: notes ?? '',
  };
}
