import { msg } from '@lingui/core/macro';
import { FileCheck2, GitPullRequestArrow, Inbox, Waypoints } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

/** The consultancy's part of the rail, in its order; clients hold few of the words and see few of them. */
export const portalModules: Module[] = [
  {
    id: 'inquiries',
    label: msg`Inquiries`,
    icon: Inbox,
    to: '/portal/inquiries',
    permission: 'portal.inquiries.read',
    part: 'portal',
    key: 'q',
    depends: { inquiries: ['inquiry', 'engagement'] },
  },
  {
    id: 'engagements',
    label: msg`Engagements`,
    icon: Waypoints,
    to: '/portal/engagements',
    permission: 'portal.engagements.read',
    part: 'portal',
    key: 'e',
    phone: true,
    depends: {
      engagements: ['engagement', 'milestone', 'deliverable', 'scope', 'change_request', 'edit_event'],
    },
  },
  {
    id: 'change-requests',
    label: msg`Change requests`,
    icon: GitPullRequestArrow,
    to: '/portal/change-requests',
    permission: 'portal.changes.read',
    part: 'portal',
    key: 'r',
    phone: true,
    depends: { changeRequests: ['change_request'] },
  },
  {
    id: 'scopes',
    label: msg`Scopes`,
    icon: FileCheck2,
    to: '/portal/scopes',
    permission: 'portal.scopes.read',
    part: 'portal',
    key: 'p',
    depends: { scopes: ['scope'] },
  },
];
