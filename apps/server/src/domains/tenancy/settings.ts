import type { SettingsView } from '@officina/contracts/tenancy';
import { z } from 'zod';
import { read } from '../../kernel/operation.ts';
import { loadSettings } from './load-settings.ts';
import { presentSettings } from './settings-presenter.ts';

/** The firm's settings, with what is still missing for legal invoices. */
export const readSettings = read({
  name: 'tenancy.settings',
  permission: 'settings.read',
  input: z.object({}),
  run: async (ctx): Promise<SettingsView> => presentSettings(ctx, await loadSettings(ctx)),
});
