import type { Node } from '@pgsql/types';
import type { Lookups } from './rules.ts';
import type { Outputs, Scope } from './scope.ts';

/** What stays the same on the way down into a statement. */
export interface Environment {
  tenantTables: ReadonlySet<string>;
  lookups: Lookups;
  ctes: ReadonlyMap<string, Outputs>;
  report: (problem: string) => void;
  /** Checks a statement nested in another. */
  analyze: (node: Node | undefined, parent: Scope | null, env: Environment) => Outputs;
}
