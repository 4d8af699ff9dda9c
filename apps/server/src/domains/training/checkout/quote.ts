import { quote as input } from '@officina/contracts/training-inputs';
import type { TrainingQuote } from '@officina/contracts/training-views';
import { read } from '../../../kernel/operation.ts';
import { loadProgram, programZone } from '../load-program.ts';
import { firstBilling } from './billing-date.ts';
import { checkTerms, priceOf } from './price-of.ts';

/** What a place would cost from today. */
export const quote = read({
  name: 'training.quote',
  permission: 'public',
  input,
  async run(ctx, { program: slug, ...asked }): Promise<TrainingQuote> {
    const program = await loadProgram(ctx, slug);
    const { weeks, weeklyMinor, lastMinor } = priceOf(program, checkTerms(program, asked));
    const { anchor, text, day } = firstBilling(ctx.now, programZone(ctx, program), program);
    return {
      currency: program.currency,
      setupFeeCents: program.setupFeeMinor,
      weeklyPaymentCents: weeklyMinor,
      weeksRemaining: weeks,
      lastPaymentCents: lastMinor,
      firstBillingDate: text,
      firstBillingDay: day,
      anchor: anchor.toISOString(),
    };
  },
});
