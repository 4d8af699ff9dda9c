/**
 * Loads what a page can be used without. Where it cannot be fetched it stays away until the page is loaded anew, as
 * browsers remember that a module could not be had; its failure would take the whole page along.
 */
export const extra = <T>(load: () => Promise<T>): Promise<T> => load().catch(() => new Promise(() => {}));
