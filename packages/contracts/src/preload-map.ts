/** Where the build writes the map, below the folder of the built web app. */
export const PRELOAD_FILE = '.vite/preload.json';

/** Which files of the built web app an address needs, written by its build and read by the server. Files are addresses. */
export interface PreloadMap {
  /** What every page needs. */
  entry: string[];
  /** What whoever is signed in needs, and what on a phone besides. */
  app: string[];
  phone: string[];
  /** By the parts of the app that a firm uses. */
  parts: Record<string, string[]>;
  pages: {
    /** With `$name` in the place of a parameter. */
    path: string;
    /** Shown to whoever has not signed in, too. */
    open: boolean;
    files: string[];
    /** What it shows at once, but can be drawn without. */
    soon: { files: string[]; words: string[] };
    /** Domains whose words it waits for. */
    words: string[];
  }[];
  /** The file of each domain's words, by language. */
  words: Record<string, Record<string, string>>;
}
