import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useController } from 'react-hook-form';
import { CheckboxField, SelectField } from '../../lib/form/fields.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { trpc } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

const MOST = 50;

export function OnboardingStep({ step }: { step: number }) {
  if (step === 0) return <Channel />;
  return step === 1 ? <Primary /> : <Terms />;
}

function Channel() {
  const { t } = useLingui();
  const { field } = useController({ name: 'preferredChannel' });
  return (
    <RadioGroup
      legend={t`How should we reach you?`}
      name="preferredChannel"
      options={[
        { value: 'E-mail', label: t`E-mail`, description: t`Answers within a working day` },
        { value: 'Phone', label: t`Phone`, description: t`For what is quicker said than written` },
        { value: 'Video call', label: t`Video call`, description: t`With everybody around one screen` },
        { value: 'Portal', label: t`Here in the portal`, description: t`Nothing outside of these pages` },
      ]}
      value={field.value || null}
      onChange={field.onChange}
    />
  );
}

function Primary() {
  const { t } = useLingui();
  const { field } = useController({ name: 'primaryEngagement' });
  const query = useQuery(trpc.engagements.list.queryOptions({ limit: MOST }));
  const items = query.data?.items;
  if (!items) return <SkeletonText lines={4} />;
  if (items.length === 0)
    return (
      <EmptyState
        title={t`No engagement yet`}
        actions={<LinkButton to="/portal/scopes">{t`See scope proposals`}</LinkButton>}
      >
        {t`You can go on; it will be here once we have agreed on a scope.`}
      </EmptyState>
    );
  return (
    <RadioGroup
      legend={t`Which engagement is yours first of all?`}
      options={[
        ...items.map(({ id, title }) => ({ value: id, label: title })),
        { value: '', label: t`None in particular` },
      ]}
      value={(field.value as Pick | null)?.id ?? ''}
      onChange={(id) =>
        field.onChange(id ? { id, label: items.find((item) => item.id === id)?.title ?? '' } : null)
      }
    />
  );
}

function Terms() {
  const { t } = useLingui();
  return (
    <>
      <SelectField
        name="ndaStatus"
        label={t`Confidentiality agreement`}
        placeholder={t`Choose`}
        options={[
          { value: 'Signed', label: t`Signed already` },
          { value: 'In progress', label: t`Being signed` },
          { value: 'Needed', label: t`Send us yours` },
          { value: 'Not needed', label: t`Not needed` },
        ]}
        required
      />
      <SelectField
        name="accessPreference"
        label={t`Access to your systems`}
        placeholder={t`Choose`}
        options={[
          { value: 'Named accounts', label: t`Named accounts` },
          { value: 'Screen sharing', label: t`Screen sharing only` },
          { value: 'On site', label: t`On site only` },
          { value: 'None', label: t`None` },
        ]}
        required
      />
      <TextareaField
        name="dataConstraints"
        label={t`Constraints on data`}
        aside={t`optional`}
        hint={t`What must not leave your network, where data may be kept`}
        rows={3}
        maxLength={1000}
      />
      <CheckboxField name="acceptedTerms" label={t`We agree to the terms of working together.`} />
    </>
  );
}
