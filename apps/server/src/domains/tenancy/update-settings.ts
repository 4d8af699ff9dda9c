import type { LegalText, SettingsView } from '@officina/contracts/tenancy';
import { settingsUpdate } from '@officina/contracts/tenancy-inputs';
import { requireChange } from '../../kernel/changes.ts';
import { write } from '../../kernel/operation.ts';
import { saveSettings } from './save-settings.ts';
import { presentSettings } from './settings-presenter.ts';

type Texts = Partial<Record<LegalText, string>>;

/** The texts with those that were given; a null one falls back to the standard wording. */
function mergedTexts(texts: Texts, given: Partial<Record<LegalText, string | null>>): Texts {
  const entries = Object.entries({ ...texts, ...given }).filter(([, text]) => text);
  return Object.fromEntries(entries) as Texts;
}

/** Changes settings of the firm; a save on an older version is refused as VERSION_CONFLICT. */
export const updateSettings = write({
  name: 'tenancy.updateSettings',
  permission: 'settings.edit',
  input: settingsUpdate,
  async run(ctx, { version, hourlyRateCents, legalTexts, ...fields }): Promise<SettingsView> {
    requireChange({ ...fields, hourlyRateCents, legalTexts });
    const row = await saveSettings(
      ctx,
      (before) => ({
        ...fields,
        hourlyRateMinor: hourlyRateCents,
        legalTexts: legalTexts && mergedTexts(before.legalTexts, legalTexts),
      }),
      version,
    );
    return presentSettings(ctx, row);
  },
});
