import type { SessionView } from '@officina/contracts/boot';
import { users } from '@officina/db/schema/identity';

/** What a credential says of the person behind it. */
export type Person = SessionView['user'];

/** Columns for `personOf`. */
export const personColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  theme: users.theme,
  density: users.density,
  verifiedAt: users.emailVerifiedAt,
  verificationRequired: users.verificationRequired,
};

type PersonRow = Omit<Person, 'emailVerified' | 'mustVerify'> & {
  verifiedAt: Date | null;
  verificationRequired: boolean;
};

export const personOf = ({ verifiedAt, verificationRequired, ...person }: PersonRow): Person => ({
  ...person,
  emailVerified: verifiedAt !== null,
  mustVerify: verificationRequired && verifiedAt === null,
});
