import { useLingui } from '@lingui/react/macro';
import type { PublicQuoteView, QuoteAnswer } from '@officina/contracts/sales';
import { useState } from 'react';
import { Form } from '../../lib/form/form.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { date, money } from '../../lib/format.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';

interface AnswerProps {
  token: string;
  quote: PublicQuoteView;
}

/** The quote in a few lines, and the client's answer to it. */
export function Answer({ token, quote }: AnswerProps) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState<QuoteAnswer | null>(null);
  const name = quote.answeredBy ?? '';
  return (
    <Panel title={t`Quote ${quote.number}`}>
      <Facts
        items={[
          { label: t`For`, value: quote.buyerName },
          { label: t`Date`, value: date(quote.issueDate) },
          { label: t`Valid until`, value: date(quote.validUntil) },
          {
            label: t`Total incl. VAT`,
            value: (
              <span className="tabular font-semibold text-lg">{money(quote.totalCents, quote.currency)}</span>
            ),
          },
        ]}
      />
      <div className="mt-4">
        {quote.status === 'accepted' && (
          <Notice tone="success">
            {name ? t`Accepted by ${name}. Thank you!` : t`Accepted. Thank you!`}
          </Notice>
        )}
        {quote.status === 'rejected' && (
          <Notice tone="neutral">{name ? t`Refused by ${name}.` : t`Refused.`}</Notice>
        )}
        {quote.status === 'sent' && !answer && (
          <div className="flex gap-2">
            <Button className="flex-1" onClick={() => setAnswer('rejected')}>{t`Refuse`}</Button>
            <Button variant="primary" className="flex-1" onClick={() => setAnswer('accepted')}>
              {t`Accept`}
            </Button>
          </div>
        )}
        {quote.status === 'sent' && answer && (
          <AnswerForm
            key={answer}
            token={token}
            quote={quote}
            answer={answer}
            onCancel={() => setAnswer(null)}
          />
        )}
      </div>
    </Panel>
  );
}

interface AnswerFormProps extends AnswerProps {
  answer: QuoteAnswer;
  onCancel: () => void;
}

function AnswerForm({ token, quote, answer, onCancel }: AnswerFormProps) {
  const { t } = useLingui();
  const accepting = answer === 'accepted';
  const total = money(quote.totalCents, quote.currency);
  const form = useAppForm({
    defaults: { name: '', reason: '' },
    submit: ({ name, reason }) =>
      api.quotes.answer.mutate({ token, answer, name, reason: accepting ? undefined : reason }),
    done: () => queryClient.invalidateQueries(trpc.quotes.public.pathFilter()),
    guard: false,
  });
  return (
    <Form
      form={form}
      submitLabel={accepting ? t`Accept for ${total}` : t`Refuse the quote`}
      onCancel={onCancel}
    >
      <TextField
        name="name"
        label={t`Your name`}
        autoComplete="name"
        autoFocus
        required
        hint={accepting ? t`Typing your name and accepting binds you like a signature.` : undefined}
      />
      {!accepting && <TextareaField name="reason" label={t`Reason`} aside={t`optional`} maxLength={1000} />}
    </Form>
  );
}
