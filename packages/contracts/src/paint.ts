import type { Boot } from './boot.ts';
import type { FirstAnswer } from './first-answers.ts';

/** Where the build writes the painter, below the folder of the built web app. */
export const PAINT_FILE = '.paint/paint.js';

/** What the first picture of a page is drawn from. */
export interface PaintRequest {
  pathname: string;
  boot: Boot;
  answers: FirstAnswer[];
  /** For a narrow window. */
  phone: boolean;
}

/** The markup of the page's body; null where there is none to draw: the page redirects or is not found. */
export type Paint = (request: PaintRequest) => Promise<string | null>;
