import type { Surface } from '../../bind.ts';
import { activityRows } from './activities.ts';
import { authRows } from './auth.ts';
import { contactRows } from './contacts.ts';
import { garageDialect } from './dialect.ts';
import { reportRows } from './reports.ts';
import { tenancyRows } from './tenancy.ts';
import { vehicleRows } from './vehicles.ts';

/** The garage's published contract: every row of it, in the order of its document. */
export const garageSurface: Surface = {
  dialect: garageDialect,
  rows: [...authRows, ...contactRows, ...vehicleRows, ...activityRows, ...reportRows, ...tenancyRows],
};
