import { TRAINING_INQUIRY_MOVES, type TrainingInquiryItem } from '@officina/contracts/training-views';
import { inquiries } from '@officina/db/schema/engagements';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

/** The consultancy's table under the words of an academy. */
export const inquiryColumns = {
  id: inquiries.id,
  name: inquiries.contactName,
  email: inquiries.contactEmail,
  phone: inquiries.phone,
  program: inquiries.serviceSlug,
  message: inquiries.note,
  status: inquiries.status,
  createdAt: inquiries.createdAt,
};

interface Row extends Omit<TrainingInquiryItem, 'name' | 'createdAt' | 'timeZone' | 'moves'> {
  name: string | null;
  createdAt: Date;
}

export const presentTrainingInquiry = (ctx: Ctx, row: Row, timeZone: string): TrainingInquiryItem => ({
  ...row,
  name: row.name ?? '',
  createdAt: row.createdAt.toISOString(),
  timeZone,
  moves: may(ctx.actor, 'training.manage') ? TRAINING_INQUIRY_MOVES[row.status] : [],
});
