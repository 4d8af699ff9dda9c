import { i18n } from '@lingui/core';
import type { Pick } from '../../ui/combobox.tsx';

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const matching = (picks: Pick[], text: string) =>
  picks.filter(({ id, label, note }) => folded(`${id} ${label} ${note ?? ''}`).includes(folded(text)));

/** "Europe/Paris" as "Paris" in "Europe", with its present difference to UTC. */
export function zonePick(zone: string): Pick {
  const [area = '', ...place] = zone.split('/');
  const parts = new Intl.DateTimeFormat(i18n.locale, { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = parts.formatToParts(new Date()).find((part) => part.type === 'timeZoneName')?.value;
  return {
    id: zone,
    label: (place.length > 0 ? place.join(', ') : area).replaceAll('_', ' '),
    note: [place.length > 0 && area, offset].filter(Boolean).join(' · '),
  };
}

export async function searchZones(text: string): Promise<Pick[]> {
  return matching(Intl.supportedValuesOf('timeZone').map(zonePick), text).slice(0, 60);
}

export function currencyPick(code: string): Pick {
  const name = new Intl.DisplayNames(i18n.locale, { type: 'currency' }).of(code) ?? code;
  return { id: code, label: `${name.charAt(0).toLocaleUpperCase(i18n.locale)}${name.slice(1)}`, note: code };
}

/** Those of the neighbours first while nothing is typed. */
const LIKELY = ['EUR', 'CHF', 'GBP', 'USD', 'CAD', 'MAD', 'TND', 'XOF', 'ILS'];

export async function searchCurrencies(text: string): Promise<Pick[]> {
  const codes = text ? Intl.supportedValuesOf('currency') : LIKELY;
  return matching(codes.map(currencyPick), text).slice(0, 60);
}

const TAGS = [
  ...['fr-FR', 'fr-BE', 'fr-CH', 'fr-CA', 'fr-LU', 'en-GB', 'en-IE', 'en-US', 'en-CA'],
  ...['de-DE', 'de-AT', 'de-CH', 'es-ES', 'it-IT', 'nl-BE', 'nl-NL', 'pt-PT', 'he-IL'],
];

/** Languages with their region; one that the firm has and the list lacks is kept. */
export function localeOptions(present: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' });
  return [...new Set([present, ...TAGS])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.locale));
}
