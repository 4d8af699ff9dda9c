/** Who an operation or a journal entry is by. */
export const ACTOR_KINDS = ['user', 'apiKey', 'visitor', 'webhook', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
