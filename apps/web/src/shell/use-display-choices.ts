import { useLingui } from '@lingui/react/macro';
import type { Density, Theme } from '@officina/contracts/preferences';
import { activateLocale, chosenLocale, LOCALES, pickLocale } from '../lib/i18n.ts';
import { density, theme } from '../lib/preferences.ts';
import { useSession } from '../lib/session.ts';
import { useStored } from '../lib/stored.ts';
import { toastFailure } from '../lib/toast.ts';
import { api } from '../trpc.ts';
import type { MenuChoice } from '../ui/menu.tsx';

/** Kept in the account, so that it follows the person; here it has taken effect already. */
const keep = (choice: { theme?: Theme; density?: Density; locale?: string | null }) =>
  void api.identity.updateProfile.mutate(choice).catch(toastFailure);

/** Theme, density and language as choices of a menu; each takes effect at once, on every device of the user's. */
export function useDisplayChoices(): MenuChoice[] {
  const { t } = useLingui();
  const { tenant } = useSession();
  return [
    {
      legend: t`Theme`,
      value: useStored(theme),
      options: [
        { value: 'system', label: t`As the system` },
        { value: 'light', label: t`Light` },
        { value: 'dark', label: t`Dark` },
      ],
      onChange(value) {
        theme.set(value as Theme);
        keep({ theme: value as Theme });
      },
    },
    {
      legend: t`Density`,
      value: useStored(density),
      options: [
        { value: 'comfortable', label: t`Comfortable` },
        { value: 'compact', label: t`Compact` },
      ],
      onChange(value) {
        density.set(value as Density);
        keep({ density: value as Density });
      },
    },
    {
      legend: t`Language`,
      value: useStored(chosenLocale),
      options: [
        { value: '', label: t`As the firm` },
        ...Object.entries(LOCALES).map(([value, label]) => ({ value, label })),
      ],
      onChange(value) {
        chosenLocale.set(value);
        keep({ locale: value || null });
        void activateLocale(pickLocale(tenant.locale));
      },
    },
  ];
}
