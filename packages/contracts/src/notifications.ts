/** What the bell tells: the kind names the sentence, its params fill it. */
export interface NotificationParams {
  'task.assigned': { title: string; by: string };
  'quote.answered': { number: string; answer: 'accepted' | 'rejected'; name: string };
  'message.failed': { to: string };
  'subscription.payment_failed': { plan: string };
}
export type NotificationKind = keyof NotificationParams;

export type NotificationView = {
  [K in NotificationKind]: {
    id: string;
    kind: K;
    params: NotificationParams[K];
    /** Path in the web app that it opens. */
    link: string | null;
    readAt: string | null;
    createdAt: string;
  };
}[NotificationKind];

/** Above this many unread notifications the bell says "99+". */
export const UNREAD_CAP = 99;
