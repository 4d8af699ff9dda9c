import { useLingui } from '@lingui/react/macro';
import type { OrganizationItem } from '@officina/contracts/organizations';
import type { OrgStanding } from '@officina/contracts/portal';
import { BadgeCheck } from 'lucide-react';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { optionsOf } from '../../lib/options.ts';
import { useAct } from '../../lib/use-act.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';

interface OrganizationFormProps {
  /** The organisation to edit; a new one without. */
  organization?: OrganizationItem;
  onSaved: () => unknown;
  /** After an act that leaves the form open. */
  onChanged: () => unknown;
  onClose: () => void;
}

/** An organisation's name, standing and domain; vouching for the domain is an act of its own. */
export function OrganizationForm({ organization, onSaved, onChanged, onClose }: OrganizationFormProps) {
  const { t } = useLingui();
  const { standings } = usePortalWords();
  const form = useAppForm({
    defaults: {
      name: organization?.name ?? '',
      standing: (organization?.standing ?? 'prospect') as OrgStanding,
      domain: organization?.domain ?? '',
    },
    submit: (values) =>
      organization
        ? api.organizations.update.mutate({ id: organization.id, version: organization.version, ...values })
        : api.organizations.create.mutate(values),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={organization ? t`Edit organisation` : t`New organisation`}
      submitLabel={organization ? t`Save` : t`Create organisation`}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} maxLength={200} required autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="standing" label={t`Standing`} options={optionsOf(standings)} required />
        <TextField
          name="domain"
          label={t`Domain`}
          hint={t`Of their e-mail addresses, e.g. acme.com`}
          maxLength={253}
          autoComplete="off"
        />
      </div>
      {organization?.domain && <Verification organization={organization} onChanged={onChanged} />}
    </FormDialog>
  );
}

function Verification({
  organization,
  onChanged,
}: {
  organization: OrganizationItem;
  onChanged: () => unknown;
}) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const { id, name, domain, domainVerifiedAt } = organization;
  const set = (domainVerified: boolean) => () => api.organizations.update.mutate({ id, domainVerified });
  const verify = async () => {
    const sure = await confirm({
      title: t`Is ${domain ?? ''} really theirs?`,
      text: t`Whoever has an address there may then sign in as a client of ${name}, and inquiries from there are theirs.`,
      confirm: t`Verify the domain`,
    });
    if (!sure) return;
    await act({ run: set(true), done: t`The domain is verified`, undo: set(false), settled: onChanged });
  };
  const withdraw = () =>
    act({
      run: set(false),
      done: t`The domain decides nothing any more`,
      undo: set(true),
      settled: onChanged,
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-control bg-sunken px-3 py-2.5">
      <p className="min-w-0 flex-1 text-sm">
        {domainVerifiedAt
          ? t`Verified: who has an address at ${domain ?? ''} may sign in as their client.`
          : t`Not verified: the domain decides nothing.`}
      </p>
      <Button
        size="sm"
        busy={pending}
        icon={<BadgeCheck aria-hidden className="size-3.5" />}
        onClick={() => void (domainVerifiedAt ? withdraw() : verify())}
      >
        {domainVerifiedAt ? t`Take it back` : t`Verify the domain`}
      </Button>
    </div>
  );
}
