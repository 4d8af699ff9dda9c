import { hoursOf, hundredthsOf } from '@officina/contracts/training-hours';
import type { ApprenticeRow } from '../enforcement/standing.ts';

/** Hours towards the programme with those that were brought along, summed in whole hundredths. */
export const completedHours = ({ totalHours, transferHoursCredited }: ApprenticeRow): number =>
  hoursOf(hundredthsOf(totalHours) + hundredthsOf(transferHoursCredited));
