import type { ClientRole } from './roles.ts';

/** A disabled person keeps their place but may not enter; an invited one has not come yet. */
export const PERSON_STATES = ['active', 'disabled', 'invited'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Somebody of a client organisation: a member, or who is invited to become one. */
export interface PersonItem {
  /** Of the user; of the invitation while that waits. */
  id: string;
  state: PersonState;
  /** Null until they have said it. */
  name: string | null;
  email: string;
  role: ClientRole;
  organization: { id: string; name: string };
  joinedAt: string | null;
  lastSeenAt: string | null;
  onboardedAt: string | null;
  invitation: { invitedBy: string; expiresAt: string; expired: boolean } | null;
  abilities: {
    /** Role and organisation may be changed. */
    edit: boolean;
    disable: boolean;
    enable: boolean;
    /** The invitation may be sent again or taken back. */
    invite: boolean;
  };
}
