import type { MessageDescriptor } from '@lingui/core';
import type { TenantModule } from '@officina/contracts/modules';
import type { Permission } from '@officina/contracts/permissions';
import type { LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { contactsModule } from '../features/contacts/module.ts';
import { homeModule } from '../features/home/module.ts';
import { invoicesModule } from '../features/invoices/module.ts';
import { outboxModule } from '../features/outbox/module.ts';
import { quotesModule } from '../features/quotes/module.ts';
import { reportsModule } from '../features/reports/module.ts';
import { settingsModule } from '../features/settings/module.ts';
import { tasksModule } from '../features/tasks/module.ts';
import { vehiclesModule } from '../features/vehicles/module.ts';
import { can, demo, uses } from '../lib/session.ts';
import { partModules } from './part.ts';

export interface Module {
  id: string;
  label: MessageDescriptor;
  icon: LucideIcon;
  to: LinkProps['to'];
  /** Without it the module is not shown; null for whoever is signed in. */
  permission: Permission | null;
  /** The part of the back office that it belongs to: firms that do not use it do not see it. */
  part?: TenantModule;
  /** What the rail calls that part. */
  heading?: MessageDescriptor;
  /** Other modules lie under its address: it is lit only where it itself is shown. */
  exact?: boolean;
  /** Second key after `g`. */
  key: string;
  /** Among the four that a phone keeps at the bottom of the screen. */
  phone?: boolean;
  /** Set apart at the end of the rail. */
  end?: boolean;
  /**
   * What the answers of its procedures depend on, so that they follow when a colleague changes it: procedure (`tasks.list`)
   * or group of them (`tasks`) → types of records, as the journal names them.
   */
  depends?: Readonly<Record<string, readonly string[]>>;
  /** Only where records are invented and mails stay in the house. */
  demo?: boolean;
}

/**
 * The parts of the back office, in the order of the rail. The rail, the palette and the `g` keys all read this table.
 * Each domain declares its own in `features/<domain>/module.ts`, a part that is fetched on its own in `features/<part>/rail.ts`;
 * what a firm does not use is not there.
 */
const OWN: Module[] = [
  homeModule,
  contactsModule,
  vehiclesModule,
  quotesModule,
  invoicesModule,
  tasksModule,
  reportsModule,
  outboxModule,
  settingsModule,
];

/** All of them; the parts that were fetched come first. */
export const allModules = (): Module[] => [...partModules, ...OWN];

/** The modules that the signed-in user may open. */
export function allowedModules(): Module[] {
  return allModules().filter(
    (module) =>
      (module.permission === null || can(module.permission)) &&
      uses(module.part) &&
      (!module.demo || demo() !== null),
  );
}
