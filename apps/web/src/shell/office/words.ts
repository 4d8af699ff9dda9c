import { useLingui } from '@lingui/react/macro';
import type {
  BinderSignal,
  BinderStatus,
  ChargeStatus,
  ChargeType,
  ClientStatus,
  ClientType,
  MessageTrigger,
  PermanentDocument,
  SlaState,
  WorkState,
} from '@officina/contracts/office';

/** Names of the advisory office's words, as options of fields and filters. A word that is not here shows as a dash. */
export function useOfficeWords() {
  const { t } = useLingui();
  const binderStatuses: Record<BinderStatus, string> = {
    in_office: t({ context: 'binder', message: 'In the office' }),
    ready_for_pickup: t({ context: 'binder', message: 'Ready for pickup' }),
    returned: t({ context: 'binder', message: 'Returned' }),
  };
  const workStates: Record<WorkState, string> = {
    waiting_for_work: t`Waiting for work`,
    in_progress: t({ context: 'binder', message: 'In progress' }),
    completed: t`Completed`,
  };
  const slaStates: Record<SlaState, string> = {
    on_track: t`On track`,
    approaching: t`Approaching`,
    overdue: t({ context: 'binder', message: 'Overdue' }),
  };
  const signals: Record<BinderSignal, string> = {
    missing_permanent_documents: t`Documents missing`,
    near_sla: t`Due soon`,
    overdue: t({ context: 'binder', message: 'Overdue' }),
    ready_for_pickup: t({ context: 'binder', message: 'Ready for pickup' }),
    unpaid_charges: t`Unpaid charges`,
    idle_binder: t`Idle`,
  };
  const clientTypes: Record<ClientType, string> = {
    osek_patur: t`Exempt dealer`,
    osek_murshe: t`Licensed dealer`,
    company: t({ context: 'client', message: 'Company' }),
    employee: t`Employee`,
  };
  const clientStatuses: Record<ClientStatus, string> = {
    active: t({ context: 'client', message: 'Active' }),
    frozen: t`Frozen`,
    closed: t({ context: 'client', message: 'Closed' }),
  };
  const chargeTypes: Record<ChargeType, string> = { retainer: t`Retainer`, one_time: t`One-time` };
  const chargeStatuses: Record<ChargeStatus, string> = {
    draft: t({ context: 'charge', message: 'Draft' }),
    issued: t({ context: 'charge', message: 'Issued' }),
    paid: t({ context: 'charge', message: 'Paid' }),
    canceled: t({ context: 'charge', message: 'Cancelled' }),
  };
  const documents: Record<PermanentDocument, string> = {
    id_copy: t`Copy of the identity card`,
    power_of_attorney: t`Power of attorney`,
    engagement_agreement: t`Engagement agreement`,
  };
  const triggers: Record<MessageTrigger, string> = {
    binder_received: t`Binder received`,
    binder_approaching_sla: t`Binder due soon`,
    binder_overdue: t`Binder overdue`,
    binder_ready_for_pickup: t`Binder ready for pickup`,
    manual_payment_reminder: t`Payment reminder`,
  };
  return {
    binderStatuses,
    workStates,
    slaStates,
    signals,
    clientTypes,
    clientStatuses,
    chargeTypes,
    chargeStatuses,
    documents,
    triggers,
  };
}
