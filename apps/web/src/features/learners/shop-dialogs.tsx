import { useLingui } from '@lingui/react/macro';
import type { PartnerStatus } from '@officina/contracts/training';
import type { ShopItem, ShopSite } from '@officina/contracts/training-staff';
import { useWatch } from 'react-hook-form';
import { CheckboxField, QuantityField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { optionsOf } from '../../lib/options.ts';
import { api } from '../../trpc.ts';
import { useLearnerWords } from './learner-words.tsx';
import { refreshTraining } from './refresh-training.ts';

interface Props {
  shop: ShopItem;
  onClose: () => void;
}

const after = (onClose: () => void) => () => {
  onClose();
  return refreshTraining();
};

export function ApprovalDialog({ shop, onClose }: Props) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { reason: '' },
    submit: ({ reason }) =>
      api.training.setShopApproval.mutate({ shopId: shop.id, approved: !shop.approved, reason }),
    done: after(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={shop.approved ? t`Withdraw the approval of ${shop.name}?` : t`Approve ${shop.name}?`}
      description={t`Open shifts go on; new ones obey.`}
      submitLabel={t`Confirm`}
      size="sm"
      onClose={onClose}
    >
      <TextareaField name="reason" label={t`Reason`} required autoFocus maxLength={1000} />
    </FormDialog>
  );
}

export function PartnerDialog({ shop, onClose }: Props) {
  const { t } = useLingui();
  const { partners } = useLearnerWords();
  const form = useAppForm({
    defaults: { status: shop.partnerStatus as PartnerStatus, reason: '' },
    submit: ({ status, reason }) =>
      api.training.setPartnerStatus.mutate({ partnerId: shop.partnerId, status, reason }),
    done: after(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t`Status of ${shop.partnerName}`}
      description={t`It holds for all shops of the partner.`}
      submitLabel={t`Save`}
      size="sm"
      onClose={onClose}
    >
      <SelectField name="status" label={t`Status`} options={optionsOf(partners)} required />
      <TextareaField name="reason" label={t`Reason`} required maxLength={1000} />
    </FormDialog>
  );
}

/** Of degrees: a ninth of a metre. */
const PLACES = 6;

export function SiteDialog({ shop, site, onClose }: Props & { site?: ShopSite }) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: {
      name: site?.name ?? '',
      lat: site?.lat ?? null,
      lng: site?.lng ?? null,
      radiusM: site?.radiusM ?? 100,
      isActive: site?.isActive ?? true,
      isDefault: site?.isDefault ?? false,
    },
    submit: ({ lat, lng, ...rest }) =>
      api.training.saveSite.mutate({
        id: site?.id,
        shopId: shop.id,
        ...rest,
        lat: lat as number,
        lng: lng as number,
      }),
    done: after(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={site ? t`Edit the site` : t`New site of ${shop.name}`}
      submitLabel={t`Save`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="name" label={t`Name`} required autoFocus className="sm:col-span-3" />
        <QuantityField name="lat" label={t`Latitude`} decimals={PLACES} min={-90} plain required />
        <QuantityField name="lng" label={t`Longitude`} decimals={PLACES} min={-180} plain required />
        <QuantityField name="radiusM" label={t`Radius in metres`} required />
        <div className="flex flex-col gap-2 sm:col-span-3">
          <CheckboxField name="isActive" label={t`Learners may clock in here`} />
          <CheckboxField name="isDefault" label={t`The shop's default site`} />
        </div>
      </div>
    </FormDialog>
  );
}

const NEW_PARTNER = 'new';

/** A new shop, of a partner that is known or of a new one; or the facts of one that is there. */
export function StoreDialog({
  shop,
  shops,
  onClose,
}: Partial<Props> & { shops: readonly ShopItem[]; onClose: () => void }) {
  const { t } = useLingui();
  const partners = new Map(shops.map(({ partnerId, partnerName }) => [partnerId, partnerName]));
  const form = useAppForm({
    defaults: {
      partner: partners.size > 0 ? '' : NEW_PARTNER,
      partnerName: '',
      name: shop?.name ?? '',
      address: shop?.address ?? '',
      ownerEmail: shop?.ownerEmail ?? '',
      codeTtlMinutes: shop?.codeTtlMinutes ?? 1440,
    },
    submit: ({ partner, partnerName, ...facts }) =>
      api.training.saveShop.mutate(
        shop
          ? { id: shop.id, ...facts }
          : {
              ...facts,
              ...(partner === NEW_PARTNER ? { partnerName } : { partnerId: partner || undefined }),
            },
      ),
    done: after(onClose),
  });
  const partner = useWatch({ control: form.methods.control, name: 'partner' });
  return (
    <FormDialog
      form={form}
      title={shop ? t`Edit ${shop.name}` : t`New shop`}
      description={shop ? undefined : t`It is approved, and its partner made active, afterwards.`}
      submitLabel={shop ? t`Save` : t`Add`}
      onClose={onClose}
    >
      {!shop && partners.size > 0 && (
        <SelectField
          name="partner"
          label={t`Partner`}
          options={[
            ...[...partners].map(([value, label]) => ({ value, label })),
            { value: NEW_PARTNER, label: t`A new partner` },
          ]}
          placeholder={t`Choose`}
          required
        />
      )}
      {!shop && partner === NEW_PARTNER && (
        <TextField
          name="partnerName"
          label={t`Name of the partner`}
          hint={t`The firm that it belongs to`}
          required
        />
      )}
      <TextField name="name" label={t`Shop`} required />
      <TextField name="address" label={t`Address`} />
      <TextField
        name="ownerEmail"
        label={t`E-mail of its host`}
        type="email"
        hint={t`A member with the role of a host`}
      />
      <QuantityField
        name="codeTtlMinutes"
        label={t`Minutes for which a check-in code is good`}
        hint={t`5 to 1440, from the next code on`}
        required
      />
    </FormDialog>
  );
}
