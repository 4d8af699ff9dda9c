import type { Services } from '../../kernel/services.ts';
import type { Random } from './random.ts';
import type { Story, Teller } from './story.ts';

/** What the chapters of the office's history are told with. */
export interface LeviOffice {
  services: Services;
  story: Story;
  random: Random;
  timeZone: string;
  /** The office's day on which the history is told, YYYY-MM-DD. */
  today: string;
  advisor: Teller;
  secretary: Teller;
}

/** Days that the office's history covers. */
export const OFFICE_DAYS = 540;

/** A time of an office's day, HH:MM. */
export function officeTime(random: Random, from = 8, to = 16): string {
  return `${String(random.int(from, to - 1)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`;
}
