import { activitiesRouter } from '../domains/activities/activities.router.ts';
import { bindersRouter } from '../domains/binders/binders.router.ts';
import { catalogueRouter } from '../domains/catalogue/catalogue.router.ts';
import { chargesRouter } from '../domains/charges/charges.router.ts';
import { contactsRouter } from '../domains/contacts/contacts.router.ts';
import { demoRouter } from '../domains/demo/demo.router.ts';
import { documentsRouter } from '../domains/documents/documents.router.ts';
import { billingRouter } from '../domains/engagements/billing/billing.router.ts';
import { changeRequestsRouter } from '../domains/engagements/change-requests/change-requests.router.ts';
import { portalDashboardRouter } from '../domains/engagements/dashboard/dashboard.router.ts';
import { deliverablesRouter } from '../domains/engagements/deliverables/deliverables.router.ts';
import { engagementDocumentsRouter } from '../domains/engagements/documents/documents.router.ts';
import { applyProcedure, editsRouter } from '../domains/engagements/edits/edits.router.ts';
import { engagementsRouter } from '../domains/engagements/engagements.router.ts';
import { inquiriesRouter } from '../domains/engagements/inquiries/inquiries.router.ts';
import { milestonesRouter } from '../domains/engagements/milestones/milestones.router.ts';
import { onboardingRouter } from '../domains/engagements/onboarding.router.ts';
import { recordsRouter } from '../domains/engagements/purge/records.router.ts';
import { scopesRouter } from '../domains/engagements/scopes/scopes.router.ts';
import { apiKeysRouter } from '../domains/identity/api-keys/api-keys.router.ts';
import { identityRouter } from '../domains/identity/identity.router.ts';
import { passkeysRouter } from '../domains/identity/passkeys/passkeys.router.ts';
import { journalRouter } from '../domains/journal/journal.router.ts';
import { clientMessagesRouter, messagingRouter } from '../domains/messaging/messaging.router.ts';
import { notificationsRouter } from '../domains/notifications/notifications.router.ts';
import { oauthRouter } from '../domains/oauth/oauth.router.ts';
import { officeClientsRouter } from '../domains/office-clients/office-clients.router.ts';
import { organizationsRouter } from '../domains/organizations/organizations.router.ts';
import { paymentsRouter } from '../domains/payments/payments.router.ts';
import { peopleRouter } from '../domains/people/people.router.ts';
import { permanentDocumentsRouter } from '../domains/permanent-documents/permanent-documents.router.ts';
import { permissionsRouter } from '../domains/permissions/permissions.router.ts';
import { preferencesRouter } from '../domains/preferences/preferences.router.ts';
import { dashboardRouter, reportsRouter } from '../domains/reports/reports.router.ts';
import { invoicesRouter } from '../domains/sales/invoices/invoices.router.ts';
import { quotesRouter } from '../domains/sales/quotes/quotes.router.ts';
import { searchRouter } from '../domains/search/search.router.ts';
import { guestRouter, itemsRouter } from '../domains/shop/shop.router.ts';
import { ssoRouter } from '../domains/sso/sso.router.ts';
import { clientsRouter } from '../domains/studio/clients/clients.router.ts';
import { payLinksRouter, studioInvoicesRouter } from '../domains/studio/invoices/studio-invoices.router.ts';
import { projectsRouter } from '../domains/studio/projects/projects.router.ts';
import { talentRouter } from '../domains/talent/talent.router.ts';
import { tasksRouter } from '../domains/tasks/tasks.router.ts';
import { signUpRouter, tenancyRouter } from '../domains/tenancy/tenancy.router.ts';
import { trainingRouter } from '../domains/training/training.router.ts';
import { vehiclesRouter } from '../domains/vehicles/vehicles.router.ts';
import { webhooksRouter } from '../domains/webhooks/webhooks.router.ts';
import { mergeRouters, router } from '../kernel/trpc.ts';

/** Everything the web app can call, one router per domain. */
export const appRouter = router({
  activities: activitiesRouter,
  apiKeys: apiKeysRouter,
  billing: billingRouter,
  binders: bindersRouter,
  changeRequests: changeRequestsRouter,
  catalogue: catalogueRouter,
  charges: chargesRouter,
  clients: clientsRouter,
  contacts: contactsRouter,
  dashboard: mergeRouters(dashboardRouter, portalDashboardRouter),
  deliverables: deliverablesRouter,
  documents: mergeRouters(documentsRouter, engagementDocumentsRouter),
  demo: demoRouter,
  edits: editsRouter,
  'edits.apply': applyProcedure,
  engagements: engagementsRouter,
  guest: guestRouter,
  identity: mergeRouters(identityRouter, signUpRouter),
  inquiries: inquiriesRouter,
  invoices: mergeRouters(invoicesRouter, payLinksRouter),
  items: itemsRouter,
  journal: journalRouter,
  messaging: messagingRouter,
  milestones: milestonesRouter,
  notifications: mergeRouters(notificationsRouter, clientMessagesRouter),
  officeClients: officeClientsRouter,
  onboarding: onboardingRouter,
  organizations: organizationsRouter,
  payments: paymentsRouter,
  people: peopleRouter,
  permissions: permissionsRouter,
  preferences: preferencesRouter,
  passkeys: passkeysRouter,
  permanentDocuments: permanentDocumentsRouter,
  projects: projectsRouter,
  quotes: quotesRouter,
  records: recordsRouter,
  reports: reportsRouter,
  scopes: scopesRouter,
  search: searchRouter,
  studioInvoices: studioInvoicesRouter,
  oauth: oauthRouter,
  sso: ssoRouter,
  talent: talentRouter,
  tasks: tasksRouter,
  tenancy: tenancyRouter,
  training: trainingRouter,
  vehicles: vehiclesRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;
