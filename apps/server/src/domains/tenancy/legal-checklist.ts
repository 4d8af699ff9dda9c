import type { LegalChecklist, LegalFact, LegalText } from '@officina/contracts/tenancy';

interface Seller {
  companyName: string;
  legalForm: string | null;
  capital: string | null;
  siret: string | null;
  rcs: string | null;
  vatNumber: string | null;
  vatExempt: boolean;
  address: {
    street: string | null;
    city: string | null;
    postalCode: string | null;
    country: string | null;
  } | null;
  iban: string | null;
  legalTexts: Partial<Record<LegalText, string>>;
}

/** Forms whose documents have to state the share capital (article R123-238 of the Code de commerce). */
const WITH_CAPITAL = /^(sarl|eurl|sas|sasu|sa|sca|scs|snc|selarl|selas)\b/i;
const FRENCH = /^(fr|france)$/i;

/**
 * What an invoice of this firm would lack. French sellers (also those who named no country, where the tenant is
 * French): article L441-9 of the Code de commerce, L616-1 of the Code de la consommation. Elsewhere name, address
 * and VAT number.
 */
export function legalChecklist(seller: Seller, locale: string): LegalChecklist {
  const { address, vatExempt } = seller;
  const country = address?.country?.trim();
  const french = country ? FRENCH.test(country) : /-FR$/i.test(locale);
  const present: Record<LegalFact, unknown> = {
    companyName: seller.companyName,
    legalForm: seller.legalForm,
    capital: seller.capital,
    siret: seller.siret,
    rcs: seller.rcs,
    vatNumber: seller.vatNumber,
    address: address?.street && address.city && (address.postalCode || !french),
    mediator: seller.legalTexts.mediator,
    iban: seller.iban,
  };
  const demanded: LegalFact[] = ['companyName'];
  const wished: LegalFact[] = ['iban'];
  if (french) {
    demanded.push('legalForm', 'siret');
    // Craftsmen are in the Répertoire des métiers instead: their SIRET alone is enough.
    wished.unshift('rcs', 'mediator');
    if (seller.legalForm && WITH_CAPITAL.test(seller.legalForm.replaceAll('.', ''))) demanded.push('capital');
  }
  if (!vatExempt) demanded.push('vatNumber');
  demanded.push('address');
  return {
    missing: demanded.filter((fact) => !present[fact]),
    recommended: wished.filter((fact) => !present[fact]),
  };
}
