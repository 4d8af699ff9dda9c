/** How the app looks to one person, on every device of theirs. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** The address of a list as its search params: words only, so that it can be read and written by hand. */
export type ListParams = Record<string, string>;

/** The state of a list under a name. */
export interface SavedViewView {
  id: string;
  /** The list it belongs to, e.g. `contacts`. */
  list: string;
  label: string;
  params: ListParams;
  /** Colleagues see it too. */
  shared: boolean;
  /** Who made it; null when it is the reader's own. */
  owner: { id: string; name: string } | null;
  version: number;
  abilities: { edit: boolean; share: boolean };
}

/** How many views one person may keep of one list. */
export const SAVED_VIEWS_MAX = 50;
