import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Permission } from '@officina/contracts/permissions';
import {
  Activity,
  Blocks,
  Building2,
  CircleUser,
  FileText,
  Fingerprint,
  Gauge,
  Globe,
  KeyRound,
  type LucideIcon,
  ScrollText,
  UsersRound,
  Webhook,
} from 'lucide-react';
import { can } from '../../lib/session.ts';

export interface Section {
  to:
    | '/settings/company'
    | '/settings/documents'
    | '/settings/regional'
    | '/settings/modules'
    | '/settings/team'
    | '/settings/plan'
    | '/settings/keys'
    | '/settings/webhooks'
    | '/settings/requests'
    | '/settings/sso'
    | '/settings/journal'
    | '/settings/security'
    | '/settings/account';
  label: MessageDescriptor;
  icon: LucideIcon;
  permission: Permission | null;
}

const SECTIONS: Section[] = [
  { to: '/settings/company', label: msg`Company`, icon: Building2, permission: 'settings.read' },
  { to: '/settings/documents', label: msg`Documents`, icon: FileText, permission: 'settings.read' },
  { to: '/settings/regional', label: msg`Time and money`, icon: Globe, permission: 'settings.read' },
  { to: '/settings/modules', label: msg`Modules`, icon: Blocks, permission: 'settings.read' },
  { to: '/settings/team', label: msg`Team`, icon: UsersRound, permission: 'team.read' },
  { to: '/settings/plan', label: msg`Plan and usage`, icon: Gauge, permission: 'settings.read' },
  { to: '/settings/keys', label: msg`API keys`, icon: KeyRound, permission: 'keys.manage' },
  { to: '/settings/webhooks', label: msg`Webhooks`, icon: Webhook, permission: 'hooks.manage' },
  { to: '/settings/requests', label: msg`Requests`, icon: Activity, permission: 'keys.manage' },
  { to: '/settings/sso', label: msg`Single sign-on`, icon: Fingerprint, permission: 'sso.manage' },
  { to: '/settings/journal', label: msg`Journal`, icon: ScrollText, permission: 'journal.read' },
  { to: '/settings/security', label: msg`Security`, icon: KeyRound, permission: null },
  { to: '/settings/account', label: msg`My account`, icon: CircleUser, permission: null },
];

/** The sections that the signed-in user may open; their own account is the last, and everybody has it. */
export function allowedSections(): Section[] {
  return SECTIONS.filter(({ permission }) => permission === null || can(permission));
}
