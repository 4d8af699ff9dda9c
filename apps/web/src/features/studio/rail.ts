import { msg } from '@lingui/core/macro';
import { BriefcaseBusiness, CreditCard, FolderKanban, Package, ReceiptText } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

/** The studio's part of the rail, in its order. */
export const studioModules: Module[] = [
  {
    id: 'clients',
    label: msg`Clients`,
    icon: BriefcaseBusiness,
    to: '/clients',
    permission: 'studio.clients.read',
    part: 'studio',
    key: 'w',
    depends: { clients: ['client', 'project', 'studio_invoice'] },
  },
  {
    id: 'projects',
    label: msg`Projects`,
    icon: FolderKanban,
    to: '/projects',
    permission: 'studio.projects.read',
    part: 'studio',
    key: 'j',
    depends: { projects: ['project', 'studio_invoice'], permissions: ['project', 'invoice'] },
  },
  {
    id: 'studio-invoices',
    label: msg`Invoices`,
    icon: ReceiptText,
    to: '/invoices/studio',
    permission: 'studio.invoices.read',
    part: 'studio',
    key: 'b',
    depends: { studioInvoices: ['studio_invoice', 'client', 'payment'] },
  },
  {
    id: 'payments',
    label: msg`Payments`,
    icon: CreditCard,
    to: '/payments',
    permission: 'payments.read',
    part: 'studio',
    key: '1',
    depends: { payments: ['payment', 'subscription'] },
  },
  {
    id: 'items',
    label: msg({ context: 'shop', message: 'Items' }),
    icon: Package,
    to: '/items',
    permission: 'studio.items.write',
    part: 'studio',
    key: '2',
    depends: { items: ['item', 'payment'] },
  },
];
