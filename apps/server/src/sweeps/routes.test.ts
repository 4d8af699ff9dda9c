import { describe, expect, it } from 'vitest';
import { openApiOf } from '../rest/openapi.ts';
import { surfaces } from '../rest/surfaces.ts';
import { createWorld, httpClient } from '../testing/harness.ts';

const inventory = surfaces.flatMap(({ dialect, rows }) =>
  rows.map(({ method, path }) => `${dialect.name} ${method} /api${path}`),
);

describe('the routes', () => {
  it('are exactly these', () => {
    expect(inventory.sort()).toMatchInlineSnapshot(`
      [
        "academy GET /api/enrollment/documents/:id/file",
        "academy GET /api/license/portal",
        "academy GET /api/store/customer-portal",
        "academy GET /api/timeclock/context",
        "academy POST /api/admin/enrollment-override",
        "academy POST /api/applications",
        "academy POST /api/barber/checkout",
        "academy POST /api/checkin",
        "academy POST /api/enrollment/complete-orientation",
        "academy POST /api/enrollment/submit-documents",
        "academy POST /api/enrollment/upload-document",
        "academy POST /api/inquiry",
        "academy POST /api/program-holder/create-verification",
        "academy POST /api/timeclock/action",
        "files GET /api/files",
        "garage DELETE /api/contacts/:id",
        "garage GET /api/activities",
        "garage GET /api/auth/session",
        "garage GET /api/contacts",
        "garage GET /api/contacts/:id",
        "garage GET /api/invoices",
        "garage GET /api/invoices/:id/pdf",
        "garage GET /api/quotes/:id/pdf",
        "garage GET /api/reports/pipeline",
        "garage GET /api/reports/revenue",
        "garage GET /api/tasks",
        "garage GET /api/tenancy/logo",
        "garage GET /api/vehicles/:id/history",
        "garage PATCH /api/contacts/:id",
        "garage PATCH /api/invoices/:id/status",
        "garage PATCH /api/quotes/:id/status",
        "garage PATCH /api/tasks/:id",
        "garage PATCH /api/vehicles/:id/mileage",
        "garage POST /api/activities",
        "garage POST /api/auth/signin",
        "garage POST /api/auth/signout",
        "garage POST /api/auth/signup",
        "garage POST /api/contacts",
        "garage POST /api/quotes",
        "garage POST /api/quotes/:id/convert",
        "garage POST /api/tasks",
        "garage POST /api/vehicles",
        "office GET /api/v1/binders",
        "office GET /api/v1/binders/:binder_id",
        "office GET /api/v1/binders/:binder_id/history",
        "office GET /api/v1/binders/due-today",
        "office GET /api/v1/binders/open",
        "office GET /api/v1/binders/overdue",
        "office GET /api/v1/charges",
        "office GET /api/v1/charges/:charge_id",
        "office GET /api/v1/clients",
        "office GET /api/v1/clients/:client_id",
        "office GET /api/v1/clients/:client_id/binders",
        "office GET /api/v1/clients/:client_id/timeline",
        "office GET /api/v1/dashboard/alerts",
        "office GET /api/v1/dashboard/attention",
        "office GET /api/v1/dashboard/overview",
        "office GET /api/v1/dashboard/summary",
        "office GET /api/v1/dashboard/work-queue",
        "office GET /api/v1/documents/client/:client_id",
        "office GET /api/v1/documents/client/:client_id/signals",
        "office GET /api/v1/search",
        "office PATCH /api/v1/clients/:client_id",
        "office POST /api/v1/auth/login",
        "office POST /api/v1/binders/:binder_id/ready",
        "office POST /api/v1/binders/:binder_id/return",
        "office POST /api/v1/binders/receive",
        "office POST /api/v1/charges",
        "office POST /api/v1/charges/:charge_id/cancel",
        "office POST /api/v1/charges/:charge_id/issue",
        "office POST /api/v1/charges/:charge_id/mark-paid",
        "office POST /api/v1/clients",
        "office POST /api/v1/documents/upload",
        "portal GET /api/portal/billing/invoices",
        "portal GET /api/portal/billing/invoices/:id/pdf",
        "portal GET /api/portal/change-requests",
        "portal GET /api/portal/documents/:id/download",
        "portal GET /api/portal/export/engagement/:id",
        "portal GET /api/portal/notifications",
        "portal PATCH /api/portal/billing/engagement",
        "portal PATCH /api/portal/billing/invoices/:id",
        "portal PATCH /api/portal/change-requests/:id",
        "portal POST /api/checkout",
        "portal POST /api/inquiry",
        "portal POST /api/marketplace/intake",
        "portal POST /api/partners/signal",
        "portal POST /api/portal/admin/delete",
        "portal POST /api/portal/billing/invoices",
        "portal POST /api/portal/change-requests",
        "portal POST /api/portal/change-requests/:id/decide",
        "portal POST /api/portal/change-requests/:id/implement",
        "portal POST /api/portal/documents",
        "portal POST /api/portal/documents/:id/archive",
        "portal POST /api/portal/edits",
        "portal POST /api/portal/edits/:id/apply",
        "portal POST /api/portal/edits/:id/reject",
        "portal POST /api/portal/notifications",
        "portal POST /api/portal/onboarding",
        "studio DELETE /api/auth/passkeys/:id",
        "studio DELETE /api/webhooks/:id",
        "studio GET /api/auth/passkeys",
        "studio GET /api/auth/signup",
        "studio GET /api/invoices/studio/:id/pdf",
        "studio GET /api/payments/create-intent",
        "studio GET /api/payments/downloads/:id",
        "studio GET /api/payments/process",
        "studio GET /api/v1/clients",
        "studio GET /api/v1/invoices",
        "studio GET /api/v1/projects",
        "studio GET /api/webhooks",
        "studio GET /api/webhooks/:id",
        "studio PATCH /api/auth/passkeys/:id",
        "studio PATCH /api/webhooks/:id",
        "studio POST /api/auth/passkeys",
        "studio POST /api/auth/passkeys/authenticate",
        "studio POST /api/auth/passkeys/authenticate",
        "studio POST /api/auth/passkeys/authenticate",
        "studio POST /api/auth/passkeys/register",
        "studio POST /api/auth/passkeys/register",
        "studio POST /api/auth/permissions/check",
        "studio POST /api/auth/permissions/grant",
        "studio POST /api/auth/permissions/revoke",
        "studio POST /api/auth/signup",
        "studio POST /api/auth/verify-email",
        "studio POST /api/auth/verify-email",
        "studio POST /api/auth/verify-email",
        "studio POST /api/auth/verify-email",
        "studio POST /api/payments/create-intent",
        "studio POST /api/payments/create-intent-enhanced",
        "studio POST /api/payments/guest-payment",
        "studio POST /api/payments/process",
        "studio POST /api/payments/retry-invoice",
        "studio POST /api/v1/clients",
        "studio POST /api/v1/invoices",
        "studio POST /api/v1/projects",
        "studio POST /api/webhooks",
        "studio POST /api/webhooks/:id/test",
        "studio PUT /api/auth/passkeys/authenticate",
        "studio PUT /api/auth/passkeys/register",
        "studio PUT /api/auth/permissions/check",
        "studio PUT /api/auth/permissions/grant",
        "studio PUT /api/auth/permissions/revoke",
      ]
    `);
  });

  it('are documented from the rows that serve them', () => {
    for (const surface of surfaces) {
      const { openapi, paths } = openApiOf(surface) as { openapi: string; paths: Record<string, object> };
      expect(openapi).toBe('3.1.0');
      const documented = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      const served = surface.rows.map(
        ({ method, path }) => `${method} /api${path.replace(/:(\w+)/g, '{$1}')}`,
      );
      expect(documented.sort()).toEqual([...new Set(served)].sort());
    }
  });

  it('are documented with the credential that they take', () => {
    for (const surface of surfaces) {
      const { components, paths } = openApiOf(surface) as {
        components: { securitySchemes: Record<string, object> };
        paths: Record<string, Record<string, { security: Record<string, []>[] }>>;
      };
      const isOffice = surface.dialect.name === 'office';
      const scheme = isOffice ? { type: 'http', scheme: 'bearer' } : { type: 'apiKey', in: 'cookie' };
      const named = Object.entries(components.securitySchemes);
      expect(named[0]).toEqual([expect.any(String), expect.objectContaining(scheme)]);
      for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods)))
        for (const asked of operation.security)
          expect(named.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(asked)));
    }
  });

  it('are documented with the form of their numbers and days', () => {
    const office = surfaces.find(({ dialect }) => dialect.name === 'office');
    if (!office) throw new Error('the office is not served');
    const { paths } = openApiOf(office) as {
      paths: Record<
        string,
        Record<
          string,
          {
            parameters: { name: string; schema: object }[];
            requestBody?: { content: Record<string, { schema: { properties: Record<string, object> } }> };
          }
        >
      >;
    };
    const schemas = (path: string, method = 'get') =>
      Object.fromEntries(
        paths[`/api/v1${path}`]?.[method]?.parameters.map(({ name, schema }) => [name, schema]) ?? [],
      );
    const ref = { type: 'integer', minimum: 0, maximum: 999_999_999_999_999 };
    const page = { type: 'integer', minimum: 1, maximum: 1_000_000_000, default: 1 };
    expect(schemas('/clients/{client_id}/timeline')).toEqual({
      client_id: ref,
      page,
      page_size: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    });
    expect(schemas('/charges')).toEqual({
      client_id: ref,
      status: { type: 'string', enum: ['draft', 'issued', 'paid', 'canceled'] },
      page,
      page_size: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    });
    const received = paths['/api/v1/binders/receive']?.post?.requestBody?.content['application/json'];
    expect(received?.schema.properties.received_at).toEqual({ type: 'string', format: 'date' });
  });

  it('answer the reference page, its script and each document without a session', async () => {
    const visitor = await httpClient(await createWorld(), 'visitor');
    expect((await visitor.call('GET', '/api/docs')).headers.get('content-type')).toContain('text/html');
    expect((await visitor.call('GET', '/api/docs/scalar.js')).bytes.length).toBeGreaterThan(100_000);
    expect((await visitor.call('GET', '/api/openapi/garage.json')).body.info.title).toBe('Officina: garage');
    expect((await visitor.call('GET', '/api/nonsense')).body).toEqual({
      success: false,
      error: 'Not found',
      code: 'NOT_FOUND',
    });
  });
});
