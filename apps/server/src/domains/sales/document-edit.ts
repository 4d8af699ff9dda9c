import { isDeepStrictEqual } from 'node:util';
import type { DocumentLine } from '@officina/contracts/sales';
import { changesOf } from '../../kernel/changes.ts';
import type { Ctx } from '../../kernel/context.ts';
import { checkParties } from './document-parties.ts';
import { type AskedLine, amountColumns, type PricedDocument, priceLines } from './priced-lines.ts';
import { readTerms } from './terms.ts';

/** The part of a draft quote or invoice that an edit may change. */
interface Editable {
  contactId: string;
  vehicleId: string | null;
  notes: string | null;
  vatRate: number;
  mixedRates: boolean;
  totalMinor: number;
  lines: DocumentLine[];
}

interface Asked {
  contactId?: string | undefined;
  vehicleId?: string | null | undefined;
  notes?: string | null | undefined;
  lines?: AskedLine[] | undefined;
  vatRate?: number | undefined;
}

/** Lines as they were asked for: those with the document's rate follow it when it changes. */
const asAsked = ({ lines, vatRate, mixedRates }: Editable): AskedLine[] =>
  lines.map((line) => ({
    ...line,
    vatRate: mixedRates && line.vatRate !== vatRate ? line.vatRate : undefined,
  }));

async function repriced(
  ctx: Ctx,
  current: Editable,
  { lines, vatRate }: Asked,
): Promise<PricedDocument | null> {
  if (lines === undefined && vatRate === undefined) return null;
  const { vatExempt } = await readTerms(ctx);
  const priced = priceLines(lines ?? asAsked(current), { vatRate: vatRate ?? current.vatRate, vatExempt });
  const same =
    isDeepStrictEqual(priced.lines, current.lines) &&
    priced.vatRate === current.vatRate &&
    priced.mixedRates === current.mixedRates;
  return same ? null : priced;
}

/**
 * What an edit changes: columns to set, new lines (null keeps them) and both sides for the journal; null when it
 * changes nothing. A new customer takes no vehicle of the old one along. Parties are checked when they change.
 */
export async function documentEdit<Row extends Editable, More extends Partial<Row>>(
  ctx: Ctx,
  current: Row,
  asked: Asked,
  more: More,
) {
  const { contactId } = asked;
  const vehicleId =
    asked.vehicleId === undefined && contactId !== undefined && contactId !== current.contactId
      ? null
      : asked.vehicleId;
  const wanted = { contactId, vehicleId, notes: asked.notes, ...more };
  const columns = changesOf(current as Editable & Partial<Row>, wanted as Partial<Editable & Partial<Row>>);
  const parties = { ...current, ...columns?.after };
  if (columns && ('contactId' in columns.after || 'vehicleId' in columns.after))
    await checkParties(ctx, parties);
  const priced = await repriced(ctx, current, asked);
  if (!columns && !priced) return null;
  return {
    columns: { ...columns?.after, ...(priced && amountColumns(priced)) },
    lines: priced?.lines ?? null,
    before: {
      ...columns?.before,
      ...(priced && { totalCents: current.totalMinor, vatRate: current.vatRate, lines: current.lines }),
    },
    after: {
      ...columns?.after,
      ...(priced && { totalCents: priced.totalCents, vatRate: priced.vatRate, lines: priced.lines }),
    },
  };
}
