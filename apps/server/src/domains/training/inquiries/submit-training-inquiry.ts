import { trainingInquiry } from '@officina/contracts/training-inputs';
import { inquiries } from '@officina/db/schema/engagements';
import { toDate } from '../../../kernel/clock.ts';
import { hashSecret, newId } from '../../../kernel/ids.ts';
import { requireTenant } from '../../../kernel/in-tenant.ts';
import { write } from '../../../kernel/operation.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import { notifyMany } from '../../notifications/notify-many.ts';
import { inquiryMail } from '../training-mails.ts';

/** A visitor's question about a programme: kept for staff, who are told, and confirmed by mail. */
export const submitTrainingInquiry = write({
  name: 'training.inquire',
  permission: 'public',
  input: trainingInquiry,
  async run(ctx, { name, email, program, phone = null, message = null }): Promise<{ id: string }> {
    requireTenant(ctx);
    const id = newId();
    const createdAt = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx.insert(inquiries).values({
      tenantId: ctx.tenant.id,
      id,
      kind: 'training',
      contactName: name,
      contactEmail: email,
      emailHash: hashSecret(email),
      phone,
      serviceSlug: program,
      note: message,
      createdAt,
      updatedAt: createdAt,
    });
    ctx.record({
      verb: 'inquiry.created',
      subject: { type: 'inquiry', id },
      after: { kind: 'training', name, email, phone, program, message, ip: ctx.ip },
    });
    await queueMessage(ctx, {
      channel: 'email',
      to: email,
      ...inquiryMail(ctx.tenant, { name, program }),
      as: { tenantId: ctx.tenant.id },
    });
    await notifyMany(ctx, 'staff', {
      kind: 'training.inquiry',
      params: { name, program },
      link: '/training/inquiries',
    });
    return { id };
  },
});
