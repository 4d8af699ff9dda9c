import { useLingui } from '@lingui/react/macro';
import { activateLocale, chosenLocale, LOCALES, type Locale } from '../lib/i18n.ts';
import { type Density, density, type Theme, theme } from '../lib/preferences.ts';
import { useStored } from '../lib/stored.ts';
import type { MenuChoice } from '../ui/menu.tsx';

/** Theme, density and language as choices of a menu; each takes effect at once and is remembered on this device. */
export function useDisplayChoices(): MenuChoice[] {
  const { t, i18n } = useLingui();
  return [
    {
      legend: t`Theme`,
      value: useStored(theme),
      options: [
        { value: 'system', label: t`As the system` },
        { value: 'light', label: t`Light` },
        { value: 'dark', label: t`Dark` },
      ],
      onChange: (value) => theme.set(value as Theme),
    },
    {
      legend: t`Density`,
      value: useStored(density),
      options: [
        { value: 'comfortable', label: t`Comfortable` },
        { value: 'compact', label: t`Compact` },
      ],
      onChange: (value) => density.set(value as Density),
    },
    {
      legend: t`Language`,
      value: i18n.locale,
      options: Object.entries(LOCALES).map(([value, label]) => ({ value, label })),
      onChange: (value) => {
        chosenLocale.set(value);
        void activateLocale(value as Locale);
      },
    },
  ];
}
