import type { BuyerSnapshot } from '@officina/db/schema/sales';
import type { Ctx } from '../../../kernel/context.ts';
import { loadContact } from '../../contacts/load-contact.ts';
import { type AskedLine, priceLines } from '../priced-lines.ts';
import { buyerNow, sellerNow } from '../snapshots.ts';
import { readTerms } from '../terms.ts';
import type { Printable } from './sales-document.ts';

interface Unsaved {
  contactId?: string | null | undefined;
  vehicleId?: string | null | undefined;
  lines: AskedLine[];
  vatRate?: number | null | undefined;
}

const NOBODY: BuyerSnapshot = { name: '' };

/** What an editor holds, priced and with the parties of now; whatever is missing is left out of the print. */
export async function previewParts(ctx: Ctx, unsaved: Unsaved): Promise<Printable> {
  const terms = await readTerms(ctx);
  const { contactId = null, vehicleId = null } = unsaved;
  if (contactId) await loadContact(ctx, contactId);
  return {
    ...priceLines(unsaved.lines, { vatRate: unsaved.vatRate ?? terms.vatRate, vatExempt: terms.vatExempt }),
    currency: ctx.tenant.currency,
    seller: await sellerNow(ctx),
    buyer: contactId ? await buyerNow(ctx, { contactId, vehicleId }) : NOBODY,
  };
}
