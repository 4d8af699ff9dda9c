/** What may be deleted for good. Source: portal specification §3.26. */
export const PURGED_ENTITIES = [
  'engagement',
  'scope',
  'change_request',
  'invoice',
  'document',
  'deliverable',
  'milestone',
  'edit_event',
  'notification',
  'audit_event',
  'inquiry',
] as const;
export type PurgedEntity = (typeof PURGED_ENTITIES)[number];

/** What must be typed to delete something for good. */
export const PURGE_PHRASE = 'DELETE FOREVER';
