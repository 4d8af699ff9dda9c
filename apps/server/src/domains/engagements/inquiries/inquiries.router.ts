import { mutation, query, router } from '../../../kernel/trpc.ts';
import { convertInquiry } from './convert-inquiry.ts';
import { getInquiry, listInquiries } from './inquiry-reads.ts';
import { setInquiryStatus } from './set-inquiry-status.ts';
import { submitInquiry } from './submit-inquiry.ts';

export const inquiriesRouter = router({
  list: query(listInquiries),
  get: query(getInquiry),
  setStatus: mutation(setInquiryStatus),
  convert: mutation(convertInquiry),
  submit: mutation(submitInquiry),
});
