import { useLingui } from '@lingui/react/macro';
import type { ProgramView } from '@officina/contracts/training-views';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Form } from '../../lib/form/form.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { number } from '../../lib/format.ts';
import { api } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AdmissionLayout } from './admission-layout.tsx';
import { PriceCalculator, useTerms } from './price-calculator.tsx';
import { WithProgram } from './use-program.tsx';

const route = getRouteApi('/programs/$slug');

/** What a programme is, what it costs, and two ways on: a question, or an application. */
export function ProgramPage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  return (
    <AdmissionLayout
      title={t`Learn a trade, get paid while you learn`}
      intro={t`Paid work in an approved shop, hours that count towards your licence, and one person to ask.`}
    >
      <WithProgram slug={slug}>{(program) => <Program program={program} />}</WithProgram>
    </AdmissionLayout>
  );
}

function Program({ program }: { program: ProgramView }) {
  const { t } = useLingui();
  const [terms, change] = useTerms();
  const hours = number(program.totalHours);
  const { minAge, slug } = program;
  const points = [
    t`${hours} hours of training in a partner shop`,
    t`Open to everybody from the age of ${minAge}`,
    t`A set-up fee, then weekly payments to the cent`,
    t`Your hours on your telephone, checked by the shop`,
  ];
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="lg:col-start-1">
        <Panel title={program.name}>
          <ul className="flex flex-col gap-2">
            {points.map((point) => (
              <li key={point} className="flex gap-2.5">
                <span aria-hidden className="mt-2 size-1.5 shrink-0 rounded-full bg-accent" />
                {point}
              </li>
            ))}
          </ul>
          <LinkButton
            to="/programs/$slug/apply"
            params={{ slug }}
            variant="primary"
            className="mt-5 max-sm:w-full"
          >
            {t`Apply now`}
            <ArrowRight aria-hidden className="flip-rtl size-4" />
          </LinkButton>
        </Panel>
      </div>
      <Panel title={t`What it costs`} className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <PriceCalculator program={program} terms={terms} onChange={change} />
      </Panel>
      <Question program={program} />
    </div>
  );
}

function Question({ program }: { program: ProgramView }) {
  const { t } = useLingui();
  const [sent, setSent] = useState(false);
  const form = useAppForm({
    defaults: { name: '', email: '', phone: '', message: '' },
    submit: (values) => api.training.inquire.mutate({ ...values, program: program.name }),
    done: () => setSent(true),
    draft: `inquiry.${program.slug}`,
  });
  return (
    <Panel title={t`Ask us`}>
      {sent ? (
        <Notice tone="success">{t`Thank you. We have sent you a confirmation and will answer soon.`}</Notice>
      ) : (
        <Form form={form} submitLabel={t`Send`}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="name" label={t`Your name`} autoComplete="name" required />
            <TextField name="email" type="email" label={t`E-mail`} autoComplete="email" required />
          </div>
          <TextField name="phone" type="tel" label={t`Telephone`} aside={t`optional`} autoComplete="tel" />
          <TextareaField name="message" label={t`Your question`} aside={t`optional`} />
        </Form>
      )}
    </Panel>
  );
}
