import { useLingui } from '@lingui/react/macro';
import type { CaseType } from '@officina/contracts/training';
import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import { useState } from 'react';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dateTime, money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { api } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { useOverrideWords } from './override-dialog.tsx';
import { refreshTraining } from './refresh-training.ts';

type Question = { kind: 'case' | 'override'; id: string };

/** Money and what it led to: payments, cases and the overrides that staff gave. */
export function LearnerMoney({ detail }: { detail: EnrollmentDetail }) {
  const { t } = useLingui();
  const actions = useOverrideWords();
  const [question, setQuestion] = useState<Question | null>(null);
  const kinds: Record<string, string> = { setup_fee: t`Set-up fee`, weekly: t`Weekly`, refund: t`Refund` };
  const cases: Record<CaseType, string> = {
    refund: t`Refund`,
    dispute: t`Dispute`,
    second_payment: t`Paid twice`,
    payment_mismatch: t`Payment does not match`,
  };
  const manages = can('training.manage');
  const zone = detail.enrollment.timeZone;
  return (
    <div className="flex flex-col gap-(--gap)">
      {detail.cases.length > 0 && (
        <Panel title={t`Cases`}>
          <ul className="flex flex-col gap-2">
            {detail.cases.map(({ id, type, status, openedAt, resolution }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <StatusBadge tone={status === 'open' ? 'warning' : 'neutral'}>
                  {status === 'open'
                    ? t({ context: 'case', message: 'Open' })
                    : t({ context: 'case', message: 'Closed' })}
                </StatusBadge>
                <span className="min-w-0 flex-1">
                  {cases[type]}
                  <span className="ms-2 text-ink-faint text-xs">{dateTime(openedAt, zone)}</span>
                  {resolution && <span className="block text-ink-muted text-xs">{resolution}</span>}
                </span>
                {manages && status === 'open' && (
                  <Button size="sm" onClick={() => setQuestion({ kind: 'case', id })}>
                    {t`Close`}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {detail.overrides.length > 0 && (
        <Panel title={t`Overrides`}>
          <ul className="flex flex-col gap-2">
            {detail.overrides.map(({ id, action, live, expiresAt, reason, createdBy, revokedAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <StatusBadge tone={live ? 'success' : 'neutral'}>
                  {live ? t`Valid` : revokedAt ? t`Revoked` : t`Expired`}
                </StatusBadge>
                <span className="min-w-0 flex-1">
                  {actions[action]}
                  <span className="ms-2 text-ink-faint text-xs">
                    {t`until ${dateTime(expiresAt, zone)}, by ${createdBy}`}
                  </span>
                  <span className="block text-ink-muted text-xs">{reason}</span>
                </span>
                {manages && live && (
                  <Button size="sm" variant="danger" onClick={() => setQuestion({ kind: 'override', id })}>
                    {t`Revoke`}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel flush title={t`Payments`}>
        <Table aria-label={t`Payments`}>
          <thead>
            <tr>
              <Th>{t`When`}</Th>
              <Th>{t`What`}</Th>
              <Th numeric>{t`Amount`}</Th>
              <Th>{t`State`}</Th>
            </tr>
          </thead>
          <tbody>
            {detail.payments.map((payment) => (
              <tr key={payment.id}>
                <Td className="md:whitespace-nowrap">{dateTime(payment.at, zone)}</Td>
                <Td>{kinds[payment.kind] ?? payment.kind}</Td>
                <Td numeric>{money(payment.amountCents, payment.currency)}</Td>
                <Td>
                  <StatusBadge tone={payment.status === 'paid' ? 'success' : 'danger'}>
                    {payment.status === 'paid'
                      ? t({ context: 'payment', message: 'Paid' })
                      : t({ context: 'payment', message: 'Failed' })}
                  </StatusBadge>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
      {question && <EndDialog question={question} onClose={() => setQuestion(null)} />}
    </div>
  );
}

function EndDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t } = useLingui();
  const { kind, id } = question;
  const form = useAppForm({
    defaults: { reason: '' },
    submit: ({ reason }) =>
      kind === 'case'
        ? api.training.closeCase.mutate({ caseId: id, resolution: reason })
        : api.training.revokeOverride.mutate({ overrideId: id, reason }),
    done: () => {
      onClose();
      return refreshTraining();
    },
  });
  return (
    <FormDialog
      form={form}
      title={kind === 'case' ? t`Close the case?` : t`Revoke the override?`}
      submitLabel={t`Confirm`}
      size="sm"
      onClose={onClose}
    >
      <TextareaField
        name="reason"
        label={kind === 'case' ? t`How was it settled?` : t`Reason`}
        required
        autoFocus
        maxLength={1000}
      />
    </FormDialog>
  );
}
