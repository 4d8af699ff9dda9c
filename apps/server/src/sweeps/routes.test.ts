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
      expect(documented.sort()).toEqual(served.sort());
    }
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
