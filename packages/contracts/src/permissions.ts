import { ROLES, type Role } from './roles.ts';

const ALL_STAFF = ['owner', 'admin', 'manager', 'accountant', 'member'] as const;
const LEADERS = ['owner', 'admin', 'manager'] as const;
const OFFICE = ['owner', 'admin', 'manager', 'accountant'] as const;
const SHOP = ['owner', 'admin', 'manager', 'member'] as const;
const OWNERS = ['owner', 'admin'] as const;
const CLIENTS = ['client_admin', 'client'] as const;
/** Of the portal: its staff everywhere, clients in their own organisation. */
const PORTAL = [...SHOP, ...CLIENTS] as const;
/** Of the studio: staff everywhere, freelancers what they made themselves, clients what is their organisation's. */
const STUDIO = [...SHOP, 'freelancer'] as const;
const STUDIO_READERS = [...STUDIO, 'accountant'] as const;

/**
 * Permission word → roles that hold it. The one table behind the server's check, the buttons of the web app
 * and the generated test matrix. Sources: garage specification §1.1, office
 * specification §1.1, portal specification §1, studio specification §1.
 */
export const PERMISSIONS = {
  'contacts.read': ALL_STAFF,
  'contacts.create': SHOP,
  'contacts.edit': SHOP,
  'contacts.delete': LEADERS,
  'contacts.export': LEADERS,
  'contacts.erase': OWNERS,
  'vehicles.read': ALL_STAFF,
  'vehicles.create': SHOP,
  'vehicles.edit': SHOP,
  'vehicles.delete': LEADERS,
  'quotes.read': ALL_STAFF,
  'quotes.create': ALL_STAFF,
  'quotes.edit': OFFICE,
  'quotes.send': OFFICE,
  'quotes.delete': LEADERS,
  'invoices.read': ALL_STAFF,
  'invoices.create': OFFICE,
  'invoices.edit': OFFICE,
  'invoices.send': OFFICE,
  'invoices.delete': OFFICE,
  'invoices.undoPayment': OWNERS,
  'tasks.read': SHOP,
  'tasks.create': SHOP,
  'tasks.edit': SHOP,
  'tasks.delete': LEADERS,
  'activities.read': ALL_STAFF,
  'activities.create': SHOP,
  'reports.read': OFFICE,
  'messages.read': SHOP,
  'messages.send': SHOP,
  'assistant.use': SHOP,
  'settings.read': OFFICE,
  'settings.edit': OWNERS,
  'billing.manage': OWNERS,
  'team.read': LEADERS,
  'team.invite': LEADERS,
  'team.edit': LEADERS,
  'team.remove': OWNERS,
  'views.save': ALL_STAFF,
  'journal.read': OWNERS,
  'office.use': SHOP,
  'office.clients.read': SHOP,
  'office.clients.write': SHOP,
  'office.clients.close': OWNERS,
  'office.binders.read': SHOP,
  'office.binders.write': SHOP,
  'office.overview': OWNERS,
  'office.charges.read': SHOP,
  'office.charges.amounts': OWNERS,
  'office.charges.write': OWNERS,
  'office.documents.read': SHOP,
  'office.documents.write': SHOP,
  'office.notifications.read': OWNERS,
  'office.notifications.send': OWNERS,
  'office.reminders.run': OWNERS,
  'portal.catalogue.manage': OWNERS,
  'portal.organizations.manage': OWNERS,
  'portal.talent.manage': OWNERS,
  'portal.orders.read': SHOP,
  'portal.payments.log': OWNERS,
  'portal.inquiries.read': SHOP,
  'portal.inquiries.triage': SHOP,
  'portal.inquiries.convert': OWNERS,
  'portal.engagements.reopen': OWNERS,
  'portal.engagements.export': OWNERS,
  'portal.billing.unpay': OWNERS,
  'portal.scopes.read': PORTAL,
  'portal.scopes.write': SHOP,
  'portal.engagements.write': SHOP,
  'portal.scopes.decide': CLIENTS,
  'portal.deliverables.approve': CLIENTS,
  'portal.engagements.read': PORTAL,
  'portal.documents.read': PORTAL,
  'portal.billing.read': PORTAL,
  'portal.changes.read': PORTAL,
  'portal.changes.create': PORTAL,
  'portal.changes.update': PORTAL,
  'portal.changes.decide': SHOP,
  'portal.edits.resolve': SHOP,
  'portal.edits.submit': PORTAL,
  'portal.documents.upload': PORTAL,
  'portal.documents.archive': OWNERS,
  'portal.purge': OWNERS,
  'portal.billing.write': SHOP,
  'portal.billing.pay': CLIENTS,
  'portal.onboarding': CLIENTS,
  'studio.clients.read': STUDIO_READERS,
  'studio.clients.write': STUDIO,
  'studio.projects.read': [...STUDIO_READERS, ...CLIENTS],
  'studio.projects.write': STUDIO,
  'studio.invoices.read': [...STUDIO_READERS, ...CLIENTS],
  'studio.invoices.write': STUDIO,
  'studio.items.write': STUDIO,
  'payments.read': [...STUDIO_READERS, ...CLIENTS],
  'payments.collect': [...STUDIO, ...CLIENTS],
  'payments.pay': ROLES,
  'payments.refund': OWNERS,
  'keys.manage': STUDIO,
  'hooks.manage': [...LEADERS, 'freelancer'],
  'permissions.check': ROLES,
  'permissions.manage': OWNERS,
  'sso.manage': OWNERS,
  'passkeys.own': ROLES,
  'verification.own': ROLES,
  'training.learn': ROLES,
  'training.read': SHOP,
  'training.manage': SHOP,
  'training.settings': OWNERS,
  'training.shop': [...SHOP, 'host'],
  'training.verify': ['program_holder'],
  'billing.own': ROLES,
  'outbox.read': OWNERS,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** All that an account may do whose address has to be verified first, so far as its role may. */
export const UNVERIFIED_WORDS: readonly string[] = ['verification.own', 'outbox.read'] satisfies Permission[];

/** What an operation demands: a word, any signed-in member of the tenant, nothing at all, or to be a job of ours. */
export type Access = Permission | 'member' | 'public' | 'system';

const byRole = new Map<Role, ReadonlySet<Permission>>();

/** The permission words that a role holds. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  let words = byRole.get(role);
  if (!words) {
    const held = Object.entries(PERMISSIONS).filter(([, roles]) => (roles as readonly Role[]).includes(role));
    words = new Set(held.map(([word]) => word as Permission));
    byRole.set(role, words);
  }
  return words;
}

export function roleMay(role: Role, word: Permission): boolean {
  return permissionsOf(role).has(word);
}
