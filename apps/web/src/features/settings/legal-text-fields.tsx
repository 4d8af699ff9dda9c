import { useLingui } from '@lingui/react/macro';
import type { LegalText } from '@officina/contracts/tenancy';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { Panel } from '../../ui/panel.tsx';

/** In the order in which documents print them. */
export const TEXTS = [
  'earlyPayment',
  'latePenalty',
  'recoveryIndemnity',
  'warranty',
  'mediator',
  'quoteFooter',
  'invoiceFooter',
] as const satisfies LegalText[];

/** Wordings of the firm; an empty one falls back to the standard, where there is one. */
export function LegalTextFields() {
  const { t } = useLingui();
  const standard = t`Empty: the standard wording of the law is printed.`;
  const words: Record<LegalText, { label: string; hint: string }> = {
    earlyPayment: { label: t`Discount for early payment`, hint: standard },
    latePenalty: { label: t`Penalty for late payment`, hint: standard },
    recoveryIndemnity: {
      label: t`Indemnity for recovery costs`,
      hint: t`Printed for business customers. Empty: the standard wording of the law is printed.`,
    },
    warranty: { label: t`Warranty`, hint: t`Printed on quotes and invoices.` },
    mediator: {
      label: t`Consumer mediator`,
      hint: t`Name and address of the mediator that private customers can turn to.`,
    },
    quoteFooter: { label: t`Foot of quotes`, hint: t`The last words of every quote.` },
    invoiceFooter: { label: t`Foot of invoices`, hint: t`The last words of every invoice.` },
  };
  return (
    <Panel title={t`Legal texts`}>
      <div className="flex flex-col gap-4">
        {TEXTS.map((text) => (
          <TextareaField key={text} name={text} rows={2} maxLength={2000} {...words[text]} />
        ))}
      </div>
    </Panel>
  );
}
