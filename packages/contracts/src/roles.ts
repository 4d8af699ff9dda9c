/** A membership's role in one tenant. What each role may do is the table in `permissions.ts`. */
export const ROLES = [
  'owner',
  'admin',
  'manager',
  'member',
  'accountant',
  'client_admin',
  'client',
  'learner',
  'host',
  'program_holder',
  'freelancer',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of the firm's own people; the others are its clients, learners and partners. */
export const STAFF_ROLES = ['owner', 'admin', 'manager', 'member', 'accountant'] as const satisfies Role[];

/** Roles of the people of client organisations. */
export const CLIENT_ROLES = ['client_admin', 'client'] as const satisfies Role[];
export type ClientRole = (typeof CLIENT_ROLES)[number];

/** Which roles a member of a given role may grant, change or take away. */
export const GRANTABLE_ROLES: Partial<Record<Role, readonly (typeof STAFF_ROLES)[number][]>> = {
  owner: ['owner', 'admin', 'manager', 'accountant', 'member'],
  admin: ['owner', 'admin', 'manager', 'accountant', 'member'],
  manager: ['manager', 'accountant', 'member'],
};
