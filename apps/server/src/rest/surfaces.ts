import type { Surface } from './bind.ts';
import { garageSurface } from './surfaces/garage/surface.ts';

/** The published contracts that this system serves. */
export const surfaces: readonly Surface[] = [garageSurface];
