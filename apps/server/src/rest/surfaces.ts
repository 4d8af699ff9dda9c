import type { Surface } from './bind.ts';
import type { Dialect } from './dialect.ts';
import { filesSurface } from './surfaces/files/surface.ts';
import { garageSurface } from './surfaces/garage/surface.ts';
import { officeSurface } from './surfaces/office/surface.ts';

/** The published contracts that this system serves. */
export const surfaces: readonly Surface[] = [garageSurface, officeSurface, filesSurface];

/** In which words a path's failures are told, where no row answers. */
export const dialectOf = (path: string): Dialect =>
  (path.startsWith('/api/v1/') ? officeSurface : garageSurface).dialect;
