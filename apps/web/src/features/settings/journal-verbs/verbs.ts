import type { TenantModule } from '@officina/contracts/modules';
import { ACADEMY_VERBS } from './academy.ts';
import { FIRM_VERBS } from './firm.ts';
import { OFFICE_VERBS } from './office.ts';
import { PORTAL_VERBS } from './portal.ts';
import { SALES_VERBS } from './sales.ts';
import { STUDIO_VERBS } from './studio.ts';
import type { VerbWords } from './verb-words.ts';

/** Every verb that the journal can hold, by the part of the back office that writes it; without one every firm has it. */
export const VERBS: readonly { part?: TenantModule; words: VerbWords }[] = [
  { words: FIRM_VERBS },
  { part: 'sales', words: SALES_VERBS },
  { part: 'office', words: OFFICE_VERBS },
  { part: 'portal', words: PORTAL_VERBS },
  { part: 'academy', words: ACADEMY_VERBS },
  { part: 'studio', words: STUDIO_VERBS },
];
