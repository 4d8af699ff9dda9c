// Each domain that acts on events of Stripe says so when it is loaded (`onStripeEvent`).
import '../../domains/tenancy/follow-plan.ts';
