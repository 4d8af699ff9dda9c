import type { Surface } from '../../bind.ts';
import { studioDialect } from './dialect.ts';

/** The published contract of freelancers and agencies: every row of it, in the order of its document. */
export const studioSurface: Surface = {
  dialect: studioDialect,
  rows: [],
};
