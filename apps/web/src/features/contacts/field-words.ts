import { useLingui } from '@lingui/react/macro';
import type { CsvContactField } from '@officina/contracts/contacts';
import { changesOf } from '../../shell/detail/changes.ts';

type Values = Record<string, unknown> | null;

/** Names of the fields that a contact and a CSV of contacts have. */
export function useContactFields(): Record<CsvContactField, string> {
  const { t } = useLingui();
  return {
    firstName: t`First name`,
    lastName: t`Last name`,
    email: t`E-mail`,
    phone: t`Phone`,
    company: t`Company`,
    street: t`Street`,
    city: t`City`,
    postalCode: t`Postal code`,
    country: t`Country`,
    tags: t`Tags`,
    isVip: t`VIP`,
  };
}

/** What a change changed, field by field, for the fields that have a name for people. */
export function useFieldWords() {
  const { t } = useLingui();
  const labels: Record<string, string> = {
    ...useContactFields(),
    title: t`Title`,
    status: t`Status`,
    licensePlate: t`Plate`,
    make: t`Make`,
    model: t`Model`,
    color: t`Colour`,
    notes: t`Notes`,
    validUntil: t`Valid until`,
    dueDate: t`Due date`,
  };
  return (before: Values, after: Values) => changesOf(labels, before, after);
}
