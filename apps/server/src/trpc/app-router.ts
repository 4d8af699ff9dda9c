import { activitiesRouter } from '../domains/activities/activities.router.ts';
import { contactsRouter } from '../domains/contacts/contacts.router.ts';
import { identityRouter } from '../domains/identity/identity.router.ts';
import { messagingRouter } from '../domains/messaging/messaging.router.ts';
import { notificationsRouter } from '../domains/notifications/notifications.router.ts';
import { signUpRouter, tenancyRouter } from '../domains/tenancy/tenancy.router.ts';
import { vehiclesRouter } from '../domains/vehicles/vehicles.router.ts';
import { mergeRouters, router } from '../kernel/trpc.ts';

/** Everything the web app can call, one router per domain. */
export const appRouter = router({
  activities: activitiesRouter,
  contacts: contactsRouter,
  identity: mergeRouters(identityRouter, signUpRouter),
  messaging: messagingRouter,
  notifications: notificationsRouter,
  tenancy: tenancyRouter,
  vehicles: vehiclesRouter,
});

export type AppRouter = typeof appRouter;
