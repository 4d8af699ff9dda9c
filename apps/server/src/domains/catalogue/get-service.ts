import type { ServiceDetail } from '@officina/contracts/catalogue';
import { serviceBySlug } from '@officina/contracts/catalogue-inputs';
import { may } from '../../kernel/authorize.ts';
import { read } from '../../kernel/operation.ts';
import { findService, noService } from './load-service.ts';
import { contentOf, presentService } from './service-row.ts';

/** One service for its page. One that is no longer sold exists for who manages the catalogue alone. */
export const getService = read({
  name: 'catalogue.get',
  permission: 'public',
  input: serviceBySlug,
  async run(ctx, { slug, locale }): Promise<ServiceDetail> {
    const row = await findService(ctx, slug);
    const manages = may(ctx.actor, 'portal.catalogue.manage');
    if (!row || (row.retiredAt && !manages)) throw noService();
    const { fr } = contentOf(row).texts;
    return {
      ...presentService(row, locale),
      translations: { ...(fr && { fr }) },
      abilities: { save: manages, retire: manages && !row.retiredAt },
    };
  },
});
