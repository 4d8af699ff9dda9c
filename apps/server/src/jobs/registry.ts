import { remindOnSchedule } from '../domains/binders/reminders/run-reminders.ts';
import { scheduleReminders } from '../domains/binders/reminders/schedule-reminders.ts';
import { runReset } from '../domains/demo/reset-demo.ts';
import { removeReleased } from '../domains/documents/delete-documents.ts';
import { sweepFiles } from '../domains/documents/sweep-files.ts';
import { sweepUploads } from '../domains/engagements/documents/resumable/sweep-uploads.ts';
import { sweepApiRequests } from '../domains/identity/api-keys/sweep-api-requests.ts';
import { mailPasswordLink } from '../domains/identity/mail-password-link.ts';
import { sendResetMail } from '../domains/identity/send-reset-mail.ts';
import { sendSignInLink } from '../domains/identity/send-sign-in-link.ts';
import { sweepSessions } from '../domains/identity/sweep-sessions.ts';
import { sealJournals } from '../domains/journal/seal-journals.ts';
import { sendMessage } from '../domains/messaging/send-message.ts';
import { reconcileIntents } from '../domains/payments/intents/reconcile-intents.ts';
import { closeOpenPayments } from '../domains/payments/invoices/close-open-payments.ts';
import { expireOrders } from '../domains/payments/orders/expire-orders.ts';
import { processStripeEvent } from '../domains/payments/process-stripe-event.ts';
import { reconcileStripe } from '../domains/payments/reconcile-stripe.ts';
import { documentPdf } from '../domains/sales/document-pdf.ts';
import { renderInvoicePdf } from '../domains/sales/invoices/render-invoice-pdf.ts';
import { watchProvisioning } from '../domains/training/alerts/watch-provisioning.ts';
import { schedulePlan } from '../domains/training/billing/schedule-plan.ts';
import { closeCheckouts } from '../domains/training/checkout/close-checkouts.ts';
import { expireOrders as expirePlaces } from '../domains/training/checkout/expire-orders.ts';
import { closeShifts } from '../domains/training/jobs/close-shifts.ts';
import { remindLearners } from '../domains/training/jobs/remind-learners.ts';
import { rotateCodes } from '../domains/training/jobs/rotate-codes.ts';
import { watchCompletion } from '../domains/training/jobs/watch-completion.ts';
import { watchStuck } from '../domains/training/jobs/watch-stuck.ts';
import '../rest/webhooks/stripe-effects.ts';
import { sweepSso } from '../domains/sso/sweep-sso.ts';
import { scheduleOverdue, tellOverdueInvoices } from '../domains/studio/invoices/tell-overdue.ts';
import { deliverWebhook } from '../domains/webhooks/deliver-webhook.ts';
import { sweepDeliveries } from '../domains/webhooks/sweep-deliveries.ts';
import type { SystemTask, Task } from './task.ts';

/** Tasks that operations enqueue, by the name under which they do. */
export const tasks: Record<string, Task> = {
  'close-open-payments': closeOpenPayments,
  'deliver-webhook': deliverWebhook,
  'office-reminders': remindOnSchedule,
  'process-stripe-event': processStripeEvent,
  'remove-files': removeReleased,
  'render-invoice-pdf': renderInvoicePdf,
  'reset-demo': runReset,
  'send-message': sendMessage(documentPdf),
  'send-password-link': (ctx, { email }) => mailPasswordLink(ctx, { email: String(email) }),
  'tell-overdue-invoices': tellOverdueInvoices,
  'send-sign-in-link': async (ctx, payload) => sendSignInLink(ctx, sendSignInLink.input.parse(payload)),
  'send-reset-mail': (ctx, { email }) => sendResetMail(ctx, { email: String(email) }),
  'training.close-checkouts': closeCheckouts,
  'training.schedule-plan': schedulePlan,
};

/** Tasks on a schedule (crontab in UTC). */
export const scheduled: Record<string, { cron: string; run: SystemTask }> = {
  'expire-orders': { cron: '7 * * * *', run: expireOrders },
  'order-reminders': { cron: '*/15 * * * *', run: scheduleReminders },
  'reconcile-payments': { cron: '*/10 * * * *', run: reconcileIntents },
  'reconcile-stripe': { cron: '*/15 * * * *', run: reconcileStripe },
  'order-overdue-invoices': { cron: '22 * * * *', run: scheduleOverdue },
  'seal-journals': { cron: '* * * * *', run: sealJournals },
  'sweep-api-requests': { cron: '52 3 * * *', run: sweepApiRequests },
  'sweep-deliveries': { cron: '42 3 * * *', run: sweepDeliveries },
  'sweep-files': { cron: '37 * * * *', run: sweepFiles },
  'sweep-uploads': { cron: '27 * * * *', run: sweepUploads },
  'training.expire-orders': { cron: '12 * * * *', run: expirePlaces },
  'training.provisioning': { cron: '*/15 * * * *', run: watchProvisioning },
  'sweep-sso': { cron: '47 * * * *', run: sweepSso },
  'sweep-sessions': { cron: '17 * * * *', run: sweepSessions },
  'training.close-shifts': { cron: '*/10 * * * *', run: closeShifts },
  'training.completion': { cron: '47 5 * * *', run: watchCompletion },
  'training.reminders': { cron: '3 * * * *', run: remindLearners },
  'training.rotate-codes': { cron: '*/5 * * * *', run: rotateCodes },
  'training.stuck': { cron: '2 * * * *', run: watchStuck },
};
