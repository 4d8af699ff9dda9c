import type { Surface } from '../../bind.ts';
import { portalDialect } from './dialect.ts';
import { marketplaceRows } from './marketplace.ts';

/** The consultancy's published contract: every row of it, in the order of its document. */
export const portalSurface: Surface = {
  dialect: portalDialect,
  rows: [...marketplaceRows],
};
