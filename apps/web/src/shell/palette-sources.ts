import { can, uses } from '../lib/session.ts';
import type { DomainCommands, GlobalAction, RecordProvider } from './commands.ts';

const files = import.meta.glob<DomainCommands>('../features/*/commands.ts', {
  eager: true,
  import: 'commands',
});
const all = Object.values(files).filter(({ part }) => uses(part));

/** Record providers of every domain that the user may read. */
export function recordProviders(): RecordProvider[] {
  return all.flatMap((domain) => domain.records ?? []).filter((provider) => can(provider.permission));
}

/** Actions of every domain that the user may run. */
export function globalActions(): GlobalAction[] {
  return all
    .flatMap((domain) => domain.actions ?? [])
    .filter((action) => action.permission === null || can(action.permission));
}
