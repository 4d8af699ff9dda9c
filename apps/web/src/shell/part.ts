import type { MessageDescriptor } from '@lingui/core';
import { TENANT_MODULES, type TenantModule } from '@officina/contracts/modules';
import { loadedDomains } from '../lib/i18n.ts';
import { uses } from '../lib/session.ts';
import type { Module } from './modules.ts';

/** The rail entries of the parts that were fetched; shell/modules.ts puts them in their place. */
export const partModules: Module[] = [];

/** Parts are fetched at once and arrive in any order; the rail has that of the table. */
const placeOf = ({ part }: Module) => (part ? TENANT_MODULES.indexOf(part) : -1);

interface Part<R> {
  routes: R;
  modules: Module[];
  /** Over its entries in the rail of a firm that uses several parts. */
  heading?: MessageDescriptor;
}

/** Such a part's addresses, for whoever follows a link of a firm that does not use it. */
type Addresses = RegExp;

/**
 * The routes of a part of the app that not every firm uses: they and its rail entries are fetched only for who does, and
 * for who comes to one of its addresses. What a firm uses is not what somebody may do: pages decide that by permission words.
 */
export async function routesOf<R>(
  part: TenantModule,
  addresses: Addresses,
  pathname: string,
  load: () => Promise<Part<R>>,
): Promise<R> {
  // The server draws the pages of all firms with one tree.
  const needed = import.meta.env.SSR || uses(part) || addresses.test(pathname);
  // Without them the tree has no such address, and nothing in the app leads there; the type knows them all the same.
  if (!needed) return { inside: [], outside: [] } as unknown as R;
  if (uses(part)) loadedDomains.add('rails');
  const { routes, modules, heading } = await load();
  partModules.push(...modules.map((module) => ({ ...module, heading })));
  partModules.sort((one, other) => placeOf(one) - placeOf(other));
  return routes;
}
