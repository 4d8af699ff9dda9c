import type { ForeignRows } from './foreign-world.ts';
import { MARK } from './foreign-world.ts';

/**
 * What an operation must do with the ids of another tenant: say that they do not exist (`missing`), or answer without a
 * trace of that tenant (`blind`), as lists, searches and bulk results do.
 */
type Expectation = 'missing' | 'blind';
type Case = [Expectation, (foreign: ForeignRows) => unknown];

const lines = [{ description: 'x', quantity: 1, unitPriceCents: 100 }];
const none: Case = ['blind', () => ({})];
const page: Case = ['blind', () => ({ page: 1, limit: 100 })];
const range: Case = ['blind', () => ({ from: '2025-01-01', to: '2026-12-31' })];
const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];

const contact = missing(({ contactId }) => ({ id: contactId }));
const vehicle = missing(({ vehicleId }) => ({ id: vehicleId }));
const service = missing(({ serviceId }) => ({ id: serviceId }));
const quote = missing(({ quoteId }) => ({ id: quoteId }));
const draft = missing(({ draftId }) => ({ id: draftId }));
const invoice = missing(({ invoiceId }) => ({ id: invoiceId }));
const savedView = missing(({ viewId }) => ({ id: viewId }));
const task = missing(({ taskId }) => ({ id: taskId }));

/** One case per operation; the sweep fails while one is missing here. */
export const FOREIGN_CASES: Record<string, Case> = {
  'activities.history': blind(({ quoteId }) => ({ recordId: quoteId })),
  'activities.list': blind(({ contactId, memberId }) => ({ contactId, userId: memberId })),
  'activities.log': missing(({ contactId }) => ({ type: 'MEETING', description: 'x', contactId })),
  'activities.page': blind(({ contactId }) => ({ contactId, limit: 100 })),
  'activities.timeline': missing(({ contactId }) => ({ contactId })),
  'contacts.create': blind(() => ({ firstName: 'A', lastName: 'B', email: `${MARK}@example.test` })),
  'contacts.delete': contact,
  'contacts.deleteMany': blind(({ contactId }) => ({ ids: [contactId] })),
  'contacts.erase': missing(({ contactId }) => ({ id: contactId, confirm: `${MARK} ${MARK}` })),
  'contacts.export': none,
  'contacts.get': contact,
  'contacts.import': blind(() => ({
    rows: [{ firstName: 'A', lastName: 'B', email: `${MARK}@example.test` }],
    matchBy: 'email',
    onMatch: 'update',
  })),
  'contacts.list': blind(() => ({ search: MARK, tags: [MARK] })),
  'contacts.page': page,
  'contacts.restore': contact,
  'contacts.restoreMany': blind(({ contactId }) => ({ ids: [contactId] })),
  'contacts.tag': blind(({ contactId }) => ({ ids: [contactId], add: ['x'] })),
  'contacts.tags': none,
  'contacts.update': missing(({ contactId }) => ({ id: contactId, company: 'x' })),
  'dashboard.garage': none,
  'identity.changePassword': blind(() => ({ current: 'x', next: 'SecurePassword123!' })),
  'identity.requestPasswordReset': blind(() => ({ email: 'nobody@example.test' })),
  'identity.resendVerification': none,
  'identity.resetPassword': blind(() => ({ token: '0'.repeat(64), password: 'SecurePassword123!' })),
  'identity.revokeOtherSessions': none,
  'identity.revokeSession': missing(({ memberId }) => ({ id: memberId })),
  'identity.session': none,
  'identity.sessions': none,
  'identity.signIn': blind(() => ({ email: `${MARK}@example.test`, password: 'x' })),
  'identity.signOut': none,
  'identity.signUp': blind(() => ({ email: 'x', password: 'x', name: 'x', subdomain: 'x', tenantName: 'x' })),
  'identity.switchTenant': missing(({ world }) => ({ tenantId: world.tenant.id })),
  'identity.tenants': none,
  'identity.updateProfile': blind(() => ({ name: 'Somebody' })),
  'identity.verifyEmail': blind(() => ({ token: '0'.repeat(64) })),
  'invoices.create': missing(({ contactId }) => ({ contactId, lines })),
  'invoices.credit': missing(({ invoiceId }) => ({ id: invoiceId, reason: 'because' })),
  'invoices.delete': draft,
  'invoices.get': invoice,
  'invoices.list': blind(({ contactId }) => ({ contactId })),
  'invoices.message': invoice,
  'invoices.page': page,
  'invoices.pdf': invoice,
  'invoices.preview': blind(({ contactId, invoiceId, vehicleId }) => ({
    id: invoiceId,
    contactId,
    vehicleId,
    lines,
  })),
  'invoices.recordPayment': missing(({ invoiceId }) => ({ id: invoiceId, amountCents: 1, method: 'cash' })),
  'invoices.remind': missing(({ invoiceId }) => ({ id: invoiceId, channel: 'email', to: 'x@example.test' })),
  'invoices.setStatus': missing(({ invoiceId }) => ({
    id: invoiceId,
    status: 'paid',
    paymentMethod: 'cash',
  })),
  'invoices.undoPayment': missing(({ invoiceId }) => ({ id: invoiceId, reason: 'because' })),
  'invoices.update': missing(({ draftId }) => ({ id: draftId, notes: 'x' })),
  'journal.list': blind(({ contactId }) => ({ subject: contactId })),
  'messaging.outbox': none,
  'notifications.list': none,
  'notifications.markRead': none,
  'notifications.unreadCount': none,
  'preferences.createView': blind(() => ({ list: 'contacts', label: 'x', params: {} })),
  'preferences.deleteView': savedView,
  'preferences.restoreView': savedView,
  'preferences.updateView': missing(({ viewId }) => ({ id: viewId, label: 'x' })),
  'preferences.views': blind(() => ({ list: 'contacts' })),
  'quotes.answer': blind(() => ({ token: 'x', answer: 'accepted', name: 'x' })),
  'quotes.convert': quote,
  'quotes.create': missing(({ contactId, vehicleId }) => ({ contactId, vehicleId, lines })),
  'quotes.delete': quote,
  'quotes.duplicate': quote,
  'quotes.get': quote,
  'quotes.list': blind(({ contactId }) => ({ contactId, search: MARK })),
  'quotes.message': quote,
  'quotes.pdf': quote,
  'quotes.preview': blind(({ contactId, quoteId, vehicleId }) => ({
    id: quoteId,
    contactId,
    vehicleId,
    lines,
  })),
  'quotes.public': blind(() => ({ token: 'x' })),
  'quotes.publicPdf': blind(() => ({ token: 'x' })),
  'quotes.restore': quote,
  'quotes.send': missing(({ quoteId }) => ({ id: quoteId, channel: 'email', to: 'x@example.test' })),
  'quotes.setStatus': missing(({ quoteId }) => ({ id: quoteId, status: 'sent' })),
  'quotes.terms': none,
  'quotes.update': missing(({ quoteId }) => ({ id: quoteId, notes: 'x' })),
  'reports.pipeline': none,
  'reports.revenue': range,
  'search.records': blind(() => ({ q: MARK })),
  'tasks.all': blind(({ contactId }) => ({ contactId })),
  'tasks.board': blind(({ memberId }) => ({ assigneeId: memberId })),
  'tasks.create': missing(({ memberId }) => ({ title: 'x', assigneeId: memberId })),
  'tasks.delete': task,
  'tasks.list': blind(({ contactId }) => ({ contactId })),
  'tasks.move': missing(({ taskId }) => ({ id: taskId, status: 'done' })),
  'tasks.restore': task,
  'tasks.update': missing(({ taskId }) => ({ id: taskId, title: 'x' })),
  'tenancy.acceptInvitation': blind(() => ({ token: '0'.repeat(64) })),
  'tenancy.changeRole': missing(({ memberId }) => ({ userId: memberId, role: 'manager' })),
  'tenancy.checkSubdomain': blind(() => ({ subdomain: 'free-for-all' })),
  'tenancy.colleagues': none,
  'tenancy.deleteLogo': none,
  'tenancy.invitation': blind(() => ({ token: '0'.repeat(64) })),
  'tenancy.invite': blind(() => ({ email: `${MARK}.invited@example.test`, role: 'member' })),
  'tenancy.logo': none,
  'tenancy.members': none,
  'tenancy.removeMember': missing(({ memberId }) => ({ userId: memberId })),
  'tenancy.resendInvitation': missing(({ invitationId }) => ({ id: invitationId })),
  'tenancy.revokeInvitation': missing(({ invitationId }) => ({ id: invitationId })),
  'tenancy.settings': none,
  'tenancy.updateSettings': blind(() => ({ companyName: 'x' })),
  'tenancy.uploadLogo': blind(() => ({ filename: 'x.png', base64: '' })),
  'tenancy.usage': none,
  'vehicles.addServiceRecord': missing(({ vehicleId }) => ({
    vehicleId,
    date: '2026-01-01',
    mileage: 1,
    description: 'x',
  })),
  'vehicles.create': missing(({ contactId }) => ({
    ownerId: contactId,
    vin: 'VF1BBBB1234567890',
    licensePlate: 'AA-111-AA',
    make: 'x',
    model: 'x',
    year: 2020,
  })),
  'vehicles.delete': vehicle,
  'vehicles.deleteServiceRecord': service,
  'vehicles.get': vehicle,
  'vehicles.list': blind(({ contactId }) => ({ ownerId: contactId })),
  'vehicles.restore': vehicle,
  'vehicles.restoreServiceRecord': service,
  'vehicles.samePlate': blind(() => ({ plate: 'ZZ-999-ZZ' })),
  'vehicles.update': missing(({ vehicleId }) => ({ id: vehicleId, color: 'x' })),
  'vehicles.updateMileage': missing(({ vehicleId }) => ({ id: vehicleId, mileage: 999_999 })),
  'vehicles.updateServiceRecord': missing(({ serviceId }) => ({ id: serviceId, description: 'x' })),
};
