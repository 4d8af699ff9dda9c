import type { IntakeAnswer } from '@officina/contracts/catalogue';
import { intakeRequest } from '@officina/contracts/catalogue-inputs';
import { read } from '../../kernel/operation.ts';
import { recommend } from './intake/recommend.ts';
import { soldServices } from './load-service.ts';
import { contentOf } from './service-row.ts';

/** Which services meet a problem that a visitor describes. Nothing of it is kept. */
export const recommendServices = read({
  name: 'catalogue.recommend',
  permission: 'public',
  input: intakeRequest,
  async run(ctx, { brief, signals }): Promise<IntakeAnswer> {
    const sold = await soldServices(ctx);
    const catalogue = sold.map((row) => {
      const { facts, texts } = contentOf(row);
      return { ...facts, id: row.id, slug: row.slug, notFor: texts.en.notFor };
    });
    return recommend(brief, signals, catalogue);
  },
});
