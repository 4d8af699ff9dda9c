import { createContact, createVehicle } from '@officina/db/factories';
import { createQuote } from '@officina/db/factories-sales';
import { activities } from '@officina/db/schema/contacts';
import { describe, expect, it } from 'vitest';
import { createWorld, httpClient } from '../../../testing/harness.ts';

describe('GET /api/contacts/:id', () => {
  it('answers the documented example', async () => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    const tenantId = world.tenant.id;
    const contact = await createContact(db, tenantId, {
      firstName: 'Marc',
      lastName: 'Dupont',
      email: 'marc.dupont@example.fr',
      phone: '+33612345678',
      company: 'Dupont SARL',
      street: '12 Rue de la Paix',
      city: 'Paris',
      postalCode: '75001',
      country: 'France',
      tags: ['client_fidele'],
      isVip: true,
      customFields: { budget: 'high' },
      createdAt: new Date('2025-12-15T10:30:00Z'),
      updatedAt: new Date('2026-01-01T09:15:00Z'),
    });
    const vehicle = await createVehicle(db, tenantId, contact.id, { vin: 'VF1AAAA1234567890' });
    const quote = await createQuote(db, tenantId, contact.id, {
      status: 'sent',
      issueDate: '2025-12-01',
      validUntil: '2026-01-14',
      lines: [{ unitPriceMinor: 3333, quantity: 3 }],
    });
    const [activity] = await db
      .insert(activities)
      .values({
        tenantId,
        contactId: contact.id,
        userId: world.user.id,
        type: 'CALL_MADE',
        description: 'Appel téléphonique - 5 minutes',
        metadata: { duration: 300 },
        createdAt: new Date('2026-01-01T14:30:00Z'),
      })
      .returning();
    const http = await httpClient(world, 'member');
    const answer = await http.call('GET', `/api/contacts/${contact.id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      success: true,
      data: {
        id: contact.id,
        first_name: 'Marc',
        last_name: 'Dupont',
        email: 'marc.dupont@example.fr',
        phone: '+33612345678',
        company: 'Dupont SARL',
        address: { street: '12 Rue de la Paix', city: 'Paris', postal_code: '75001', country: 'France' },
        tags: ['client_fidele'],
        is_vip: true,
        custom_fields: { budget: 'high' },
        vehicles: [
          {
            id: vehicle.id,
            vin: 'VF1AAAA1234567890',
            license_plate: 'AB-123-CD',
            make: 'Renault',
            model: 'Clio',
            year: 2020,
          },
        ],
        recent_quotes: [
          {
            id: quote.id,
            quote_number: '2025-001',
            status: 'EXPIRED',
            total: 119.99,
            issue_date: '2025-12-01',
            valid_until: '2026-01-14',
          },
        ],
        recent_activities: [
          {
            id: activity?.id,
            type: 'CALL_MADE',
            description: 'Appel téléphonique - 5 minutes',
            user: { id: world.user.id, name: 'Marc Dupont' },
            contact: { id: contact.id, name: 'Marc Dupont' },
            metadata: { duration: 300 },
            created_at: '2026-01-01T14:30:00.000Z',
          },
        ],
        created_at: '2025-12-15T10:30:00.000Z',
        updated_at: '2026-01-01T09:15:00.000Z',
      },
    });
  });

  it('answers 404 alike for what is missing, malformed, deleted and foreign', async () => {
    const [world, stranger] = await Promise.all([createWorld(), createWorld()]);
    const { db } = world.server.services.client;
    const foreign = await createContact(db, stranger.tenant.id);
    const deleted = await createContact(db, world.tenant.id, { deletedAt: new Date() });
    const http = await httpClient(world);
    for (const id of [foreign.id, deleted.id, 'nonsense', '00000000-0000-7000-8000-000000000000']) {
      const answer = await http.call('GET', `/api/contacts/${id}`);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({ success: false, error: 'Contact not found', code: 'NOT_FOUND' });
    }
    expect(
      (await (await httpClient(world, 'client')).call('GET', `/api/contacts/${deleted.id}`)).body,
    ).toEqual({
      success: false,
      error: 'Forbidden',
      code: 'FORBIDDEN',
      details: { permission: 'contacts.read' },
    });
  });
});
