import { byId } from '@officina/contracts/contacts-inputs';
import type { QuoteView } from '@officina/contracts/sales';
import { write } from '../../../kernel/operation.ts';
import { ownsVehicle } from '../document-parties.ts';
import { createQuote } from './create-quote.ts';
import { quoteDetail } from './quote-reads.ts';

/** A new draft of today with the same customer, lines and notes. NOT_FOUND when the customer has been deleted since. */
export const duplicateQuote = write({
  name: 'quotes.duplicate',
  permission: 'quotes.create',
  input: byId,
  async run(ctx, { id }): Promise<QuoteView> {
    const { contactId, vehicleId, vatRate, mixedRates, notes, lines } = await quoteDetail(ctx, id);
    const keepsVehicle = vehicleId !== null && (await ownsVehicle(ctx, contactId, vehicleId));
    return createQuote(ctx, {
      contactId,
      vehicleId: keepsVehicle ? vehicleId : null,
      vatRate,
      notes,
      lines: lines.map((line) => ({
        kind: line.kind,
        description: line.description,
        quantity: line.quantity,
        unitPriceCents: line.unitPriceCents,
        vatRate: mixedRates ? line.vatRate : undefined,
      })),
    });
  },
});
