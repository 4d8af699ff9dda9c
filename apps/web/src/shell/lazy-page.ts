import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import { loadDomainMessages } from '../lib/i18n.ts';

type PageComponent = () => React.ReactNode;

/**
 * A route's component, loaded with the words of its domain when the route is wanted or pointed at.
 * `domain` is the folder under features.
 */
export function lazyPage<K extends string>(
  domain: string,
  load: () => Promise<Record<K, PageComponent>>,
  name: K,
): AsyncRouteComponent<unknown> {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadDomainMessages(domain)]);
    return { default: module[name] };
  });
}
