import { mutation, router } from '../../kernel/trpc.ts';
import { completeOnboarding } from './complete-onboarding.ts';

export const onboardingRouter = router({ complete: mutation(completeOnboarding) });
