/** What a firm does first, in this order. Each ticks itself: whether it is done is read off the firm's own records. */
export const FIRST_STEPS = ['company', 'logo', 'contact', 'quote', 'colleague'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export interface OnboardingView {
  /** Those that concern this firm and that the caller may take. */
  steps: { id: FirstStep; done: boolean }[];
  /** Put away for the whole firm. */
  dismissed: boolean;
}
