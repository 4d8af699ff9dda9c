import { AppError } from '../../kernel/errors.ts';

const message = 'A contact with this email already exists';

/** What the unique index on live contacts' addresses says to the caller. */
export const contactConflicts = {
  contacts_email_unique: () => new AppError('CONTACT_EMAIL_EXISTS', message, [{ field: 'email', message }]),
};
