import { msg } from '@lingui/core/macro';
import {
  AlarmClock,
  CreditCard,
  GraduationCap,
  Hourglass,
  IdCard,
  Inbox,
  ListChecks,
  MapPinned,
  QrCode,
  ReceiptText,
  ScrollText,
  Store,
  Webhook,
} from 'lucide-react';
import { session } from '../../lib/session.ts';
import type { Module } from '../../shell/modules.ts';

const part = 'academy';

/** Over the part's entries, where a firm uses several. */
export const heading = msg`Training`;

/** A learner's own; what others may do besides is no reason to show them these. */
const LEARNER: Module[] = [
  {
    id: 'apprentice',
    label: msg`My training`,
    icon: GraduationCap,
    to: '/apprentice',
    permission: 'training.learn',
    exact: true,
    key: 'a',
    phone: true,
    part,
  },
  {
    id: 'timeclock',
    label: msg`Timeclock`,
    icon: AlarmClock,
    to: '/apprentice/timeclock',
    permission: 'training.learn',
    key: 'c',
    phone: true,
    part,
  },
  {
    id: 'checkin',
    label: msg`Check-in`,
    icon: QrCode,
    to: '/apprentice/checkin',
    permission: 'training.learn',
    key: 'i',
    phone: true,
    part,
  },
  {
    id: 'own-hours',
    label: msg`My hours`,
    icon: Hourglass,
    to: '/apprentice/hours',
    permission: 'training.learn',
    key: 'u',
    phone: true,
    part,
  },
  {
    id: 'apprentice-billing',
    label: msg`Payments`,
    icon: CreditCard,
    to: '/apprentice/settings/billing',
    permission: 'training.learn',
    key: 'p',
    part,
  },
];

const HOST: Module[] = [
  {
    id: 'shop',
    label: msg`My shop`,
    icon: Store,
    to: '/shop',
    permission: 'training.shop',
    exact: true,
    key: 's',
    phone: true,
    part,
    depends: { 'training.shopHours': ['progress_entry'] },
  },
  {
    id: 'shop-code',
    label: msg`Check-in code`,
    icon: QrCode,
    to: '/shop/checkin',
    permission: 'training.shop',
    key: 'c',
    phone: true,
    part,
    depends: { 'training.shopCode': ['shop', 'progress_entry'] },
  },
];

const HOLDER: Module[] = [
  {
    id: 'verify-identity',
    label: msg`Identity check`,
    icon: IdCard,
    to: '/program-holder/verify-identity',
    permission: 'training.verify',
    key: 'v',
    phone: true,
    part,
  },
  {
    id: 'account-billing',
    label: msg`Licence`,
    icon: CreditCard,
    to: '/account/billing',
    permission: 'billing.own',
    key: 'l',
    phone: true,
    part,
  },
];

const STAFF: Module[] = [
  {
    id: 'training',
    label: msg`Training`,
    icon: GraduationCap,
    to: '/training',
    permission: 'training.read',
    exact: true,
    key: 'l',
    phone: true,
    part,
    depends: { 'training.learners': ['enrollment'], 'training.alerts': ['training_alert'] },
  },
  {
    id: 'training-shops',
    label: msg`Shops`,
    icon: MapPinned,
    to: '/training/shops',
    permission: 'training.read',
    key: 'w',
    part,
    depends: { 'training.shops': ['shop', 'partner', 'site'] },
  },
  {
    id: 'training-audit',
    label: msg`Training record`,
    icon: ScrollText,
    to: '/training/audit',
    permission: 'training.read',
    key: 'j',
    part,
  },
  {
    id: 'training-applications',
    label: msg`Applications`,
    icon: ListChecks,
    to: '/training/applications',
    permission: 'training.read',
    key: 'y',
    part,
    depends: { 'training.applications': ['application', 'order'] },
  },
  {
    id: 'training-inquiries',
    label: msg`Training inquiries`,
    icon: Inbox,
    to: '/training/inquiries',
    permission: 'training.read',
    key: 'k',
    part,
    depends: { 'training.inquiries': ['inquiry'] },
  },
  {
    id: 'training-programs',
    label: msg`Programmes`,
    icon: ReceiptText,
    to: '/training/programs',
    permission: 'training.read',
    key: 'x',
    part,
    depends: { 'training.programs': ['program'] },
  },
  {
    id: 'training-webhooks',
    label: msg`Payment events`,
    icon: Webhook,
    to: '/training/webhooks',
    permission: 'training.read',
    key: 'z',
    part,
  },
];

function ofRole(): Module[] {
  switch (session()?.role) {
    case 'learner':
      return LEARNER;
    case 'host':
      return HOST;
    case 'program_holder':
      return HOLDER;
    default:
      return STAFF;
  }
}

/** The academy's entries in the rail, by who is signed in. */
export const trainingModules: Module[] = ofRole();
