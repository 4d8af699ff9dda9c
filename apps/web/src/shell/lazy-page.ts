import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import { loadDomainMessages } from '../lib/i18n.ts';

type PageComponent = () => React.ReactNode;

/**
 * A route's component, loaded with the words of its domain when the route is wanted or pointed at.
 * `domains` are the folder under features and what else of words the page needs, e.g. `document`.
 */
export function lazyPage<K extends string>(
  domains: string | readonly string[],
  load: () => Promise<Record<K, PageComponent>>,
  name: K,
): AsyncRouteComponent<unknown> {
  return lazyPlainPage(['grammar', domains].flat(), load, name);
}

/** The same for a page without a list on it: it does not fetch the words of the list grammar. */
export function lazyPlainPage<K extends string>(
  domains: string | readonly string[],
  load: () => Promise<Record<K, PageComponent>>,
  name: K,
): AsyncRouteComponent<unknown> {
  return lazyRouteComponent(async () => {
    const words = [domains].flat().map(loadDomainMessages);
    const [module] = await Promise.all([load(), ...words]);
    return { default: module[name] };
  });
}
