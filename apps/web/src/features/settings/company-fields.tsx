import { useLingui } from '@lingui/react/macro';
import { TextField } from '../../lib/form/text-fields.tsx';
import { Panel } from '../../ui/panel.tsx';

const GRID = 'grid gap-4 sm:grid-cols-6';
const HALF = 'sm:col-span-3';

/** Who the firm is, where, and where its money goes. */
export function CompanyFields() {
  const { t } = useLingui();
  return (
    <>
      <Panel title={t`Legal identity`}>
        <div className={GRID}>
          <TextField
            name="companyName"
            label={t`Company name`}
            hint={t`As registered; printed on documents.`}
            required
            className={HALF}
          />
          <TextField
            name="name"
            label={t`Name in the app`}
            hint={t`Shown in the menu and in messages.`}
            required
            className={HALF}
          />
          <TextField name="legalForm" label={t`Legal form`} placeholder="SARL" className={HALF} />
          <TextField name="capital" label={t`Share capital`} placeholder="10 000 €" className={HALF} />
          <TextField name="siret" label={t`SIRET`} hint={t`14 digits`} inputMode="numeric" className={HALF} />
          <TextField name="vatNumber" label={t`VAT number`} placeholder="FR12345678901" className={HALF} />
          <TextField
            name="rcs"
            label={t`Trade register`}
            placeholder="RCS Lyon 123 456 789"
            className="sm:col-span-6"
          />
        </div>
      </Panel>
      <Panel title={t`Address and contact`}>
        <div className={GRID}>
          <TextField name="street" label={t`Street`} className="sm:col-span-6" />
          <TextField name="postalCode" label={t`Postal code`} className="sm:col-span-2" />
          <TextField name="city" label={t`City`} className="sm:col-span-2" />
          <TextField name="country" label={t`Country`} placeholder="France" className="sm:col-span-2" />
          <TextField name="phone" label={t`Phone`} type="tel" className={HALF} />
          <TextField name="email" label={t`E-mail`} type="email" className={HALF} />
          <TextField
            name="website"
            label={t`Website`}
            type="url"
            placeholder="https://"
            className="sm:col-span-6"
          />
        </div>
      </Panel>
      <Panel title={t`Bank account`}>
        <div className={GRID}>
          <TextField
            name="iban"
            label={t`IBAN`}
            hint={t`Printed on invoices, so that customers can pay by transfer.`}
            spellCheck={false}
            className="sm:col-span-4"
          />
          <TextField name="bic" label={t`BIC`} spellCheck={false} className="sm:col-span-2" />
        </div>
      </Panel>
    </>
  );
}
