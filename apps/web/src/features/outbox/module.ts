import { msg } from '@lingui/core/macro';
import { MailOpen } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

/** Messages that a demo keeps instead of sending. */
export const outboxModule: Module = {
  id: 'outbox',
  label: msg`Outbox`,
  icon: MailOpen,
  to: '/outbox',
  permission: 'outbox.read',
  key: 'o',
  end: true,
  demo: true,
  depends: { messaging: ['message'] },
};
