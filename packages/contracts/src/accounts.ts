/** What a person may sign up as. Kept with the account; what they may do is decided by their membership. */
export const ACCOUNT_ROLES = ['user', 'freelancer', 'client'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** Where a passkey lives: in the device itself, or on a key that is carried about. */
export const PASSKEY_DEVICES = ['platform', 'cross-platform'] as const;
export type PasskeyDevice = (typeof PASSKEY_DEVICES)[number];

/** What one passkey ceremony is for. */
export const CHALLENGE_KINDS = ['registration', 'authentication'] as const;
export type ChallengeKind = (typeof CHALLENGE_KINDS)[number];

/** One of a person's own passkeys. Moments are ISO. */
export interface PasskeyView {
  id: string;
  name: string;
  deviceType: PasskeyDevice;
  backedUp: boolean;
  createdAt: string;
  lastUsedAt: string | null;
}
