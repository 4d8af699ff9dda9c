import type { SettingsView } from '@officina/contracts/tenancy';
import { z } from 'zod';
import { write } from '../../kernel/operation.ts';
import { saveSettings } from './save-settings.ts';
import { presentSettings } from './settings-presenter.ts';

/** Takes the firm's logo off its documents. */
export const deleteLogo = write({
  name: 'tenancy.deleteLogo',
  permission: 'settings.edit',
  input: z.object({}),
  run: async (ctx): Promise<SettingsView> =>
    presentSettings(ctx, await saveSettings(ctx, () => ({ logoDocumentId: null }))),
});
