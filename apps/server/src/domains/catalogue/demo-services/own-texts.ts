import type { ServiceTexts } from '@officina/contracts/catalogue';

/** What one service alone says; the rest is common to its type of engagement. */
export type OwnTexts = Pick<
  ServiceTexts,
  'title' | 'oneLine' | 'problemStatement' | 'bestFor' | 'notFor' | 'outcomes' | 'deliverables'
> & { question: string; answer: string };

export type InBoth<T> = { en: T; fr: T };
