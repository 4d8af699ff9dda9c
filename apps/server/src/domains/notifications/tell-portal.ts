import { PORTAL_NOTICES, type PortalNotice } from '@officina/contracts/notifications';
import type { WriteCtx } from '../../kernel/context.ts';
import { notifyMany, type Recipients } from './notify-many.ts';

/** Pages of the portal by the kind of record that they show. */
const PAGES: Record<string, (id: string) => string> = {
  inquiry: (id) => `/portal/inquiries/${id}`,
  engagement: (id) => `/portal/engagements/${id}`,
  scope: (id) => `/portal/scopes/${id}`,
  change_request: (id) => `/portal/change-requests/${id}`,
  edit_event: (id) => `/portal/edits/${id}`,
  document: () => '/portal/documents',
  invoice: (id) => `/portal/billing/${id}`,
  order: () => '/portal/orders',
  talent_profile: () => '/portal/admin/talent',
  user: () => '/portal',
};

export interface PortalNews {
  entityType: string;
  entityId: string;
  /** The record's name, or what happened to it. */
  body: string;
  /** Instead of the kind's own title. */
  title?: string;
  /** Instead of the record's own page; null opens none. */
  link?: string | null;
  withActor?: boolean;
}

/** What one notice says, for `notify` and `notifyMany`. */
export function portalNotice(kind: PortalNotice, news: PortalNews) {
  const { entityType, entityId, body, title = PORTAL_NOTICES[kind], withActor } = news;
  const link = (news.link === undefined ? PAGES[entityType]?.(entityId) : news.link) ?? undefined;
  return { kind, params: { title, body, entityType, entityId }, link, withActor };
}

/** Tells people of the portal about a record, in the operation's transaction; the actor is left out. */
export const tellPortal = (
  ctx: WriteCtx,
  to: Recipients,
  kind: PortalNotice,
  news: PortalNews,
): Promise<void> => notifyMany(ctx, to, portalNotice(kind, news));
