import { many } from '../../../kernel/many.ts';
import { mutation, query, router } from '../../../kernel/trpc.ts';
import { getSalesTerms } from '../get-terms.ts';
import { answerQuote } from './answer-quote.ts';
import { composeQuoteMessage } from './compose-quote-message.ts';
import { convertQuote } from './convert-quote.ts';
import { createQuote } from './create-quote.ts';
import { deleteQuote } from './delete-quote.ts';
import { duplicateQuote } from './duplicate-quote.ts';
import { previewQuote } from './preview-quote.ts';
import { publicQuote, publicQuotePdf } from './public-quote.ts';
import { listQuotes, matchQuotes } from './quote-list.ts';
import { getQuote } from './quote-reads.ts';
import { restoreQuote } from './restore-quote.ts';
import { sendQuote } from './send-quote.ts';
import { setQuoteStatus } from './set-quote-status.ts';
import { updateQuote } from './update-quote.ts';

export const quotesRouter = router({
  list: query(listQuotes),
  get: query(getQuote),
  terms: query(getSalesTerms),
  create: mutation(createQuote),
  update: mutation(updateQuote),
  duplicate: mutation(duplicateQuote),
  setStatus: mutation(setQuoteStatus),
  message: query(composeQuoteMessage),
  send: mutation(sendQuote),
  public: query(publicQuote),
  publicPdf: query(publicQuotePdf),
  answer: mutation(answerQuote),
  convert: mutation(convertQuote),
  delete: mutation(deleteQuote),
  restore: mutation(restoreQuote),
  matches: query(matchQuotes),
  sendMany: mutation(many(sendQuote)),
  deleteMany: mutation(many(deleteQuote)),
  restoreMany: mutation(many(restoreQuote)),
  // A read, but what an editor holds is too long for a query string.
  preview: mutation(previewQuote),
});
