/** `validateSearch` of a detail page's route: which tab is open. */
export function tabSearch(raw: Record<string, unknown>): { tab?: string } {
  return typeof raw.tab === 'string' ? { tab: raw.tab } : {};
}
