import { CSV_CONTACT_FIELDS } from '@officina/contracts/contacts';
import { createContact as contactFactory } from '@officina/db/factories';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { listContacts } from './contact-reads.ts';
import { createContact } from './create-contact.ts';
import { exportContacts } from './export-contacts.ts';
import { importContacts } from './import-contacts.ts';

/** The whole export, piece after piece. */
async function exported(world: World, filters: object = {}, limit = 3): Promise<string> {
  let text = '';
  let cursor: string | null = null;
  do {
    const piece: Awaited<ReturnType<typeof exportContacts>> = await exportContacts(world.ctx, {
      ...filters,
      limit,
      cursor,
    });
    text += piece.text;
    cursor = piece.nextCursor;
  } while (cursor);
  return text;
}

describe('exporting contacts', () => {
  it('writes a file that spreadsheets open and do not run', async () => {
    const world = await createWorld('manager');
    await createContact(world.ctx, {
      firstName: 'Zoé',
      lastName: '=HYPERLINK("http://evil";"x")',
      email: 'zoe@example.fr',
      phone: '+33612345678',
      company: 'A;B',
      address: { street: '@home', city: 'Lyon', postalCode: '69001' },
      tags: ['a', 'b'],
      isVip: true,
    });
    await contactFactory(world.server.services.client.db, world.tenant.id, { deletedAt: new Date() });
    const piece = await exportContacts(world.ctx, {});
    expect(piece).toEqual({
      filename: 'contacts-2026-01-15.csv',
      rows: 1,
      total: 1,
      nextCursor: null,
      text:
        '\ufefffirstName;lastName;email;phone;company;street;city;postalCode;country;tags;isVip\r\n' +
        'Zoé;"\'=HYPERLINK(""http://evil"";""x"")";zoe@example.fr;"\'+33612345678";"A;B";"\'@home";Lyon;69001;France;a|b;true\r\n',
    });
  });

  it('comes in pieces without gap or overlap, by filter', async () => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    for (let i = 0; i < 10; i++) {
      const createdAt = new Date(Date.UTC(2026, 0, 1 + (i % 3)));
      await contactFactory(db, world.tenant.id, { lastName: `N${i}`, isVip: i % 2 === 0, createdAt });
    }
    const names = (text: string) => text.match(/N\d/g)?.toSorted();
    expect(names(await exported(world))).toEqual(Array.from({ length: 10 }, (_, i) => `N${i}`));
    expect(names(await exported(world, { isVip: true }, 2))).toEqual(['N0', 'N2', 'N4', 'N6', 'N8']);
    expect(names(await exported(world, { search: 'n3' }))).toEqual(['N3']);
    expect((await exported(world)).match(/\ufeff/g)).toHaveLength(1);
    expect((await exportContacts(world.ctx, { limit: 4 })).total).toBe(10);
  });

  it('is empty for a tenant without contacts, and refused to members', async () => {
    const [world, stranger] = await Promise.all([createWorld(), createWorld()]);
    await contactFactory(stranger.server.services.client.db, stranger.tenant.id);
    expect((await exportContacts(world.ctx, {})).rows).toBe(0);
    await expect(exportContacts(await world.as('member'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'contacts.export' },
    });
  });

  it('is what an import makes the same contacts of', async () => {
    const character = fc.constantFrom(...'aZé=+-@;"\'|,\n\t 0漢💥');
    const text = (max: number) =>
      fc.string({ unit: character, minLength: 1, maxLength: max }).filter((value) => value.trim() !== '');
    const tag = text(6).filter((value) => !value.includes('|'));
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    const person = fc.record({
      firstName: text(12),
      lastName: text(12),
      phone: maybe(fc.integer({ min: 1_000_000, max: 99_999_999 }).map((digits) => `+${digits}`)),
      company: maybe(text(12)),
      address: maybe(
        fc.record({
          street: maybe(text(12)),
          city: maybe(text(12)),
          postalCode: maybe(fc.constantFrom('01000', '69001')),
          country: maybe(fc.constantFrom('France', 'Belgique')),
        }),
      ),
      tags: fc.array(tag, { maxLength: 4 }),
      isVip: fc.boolean(),
      withEmail: fc.boolean(),
    });
    const seen = async (world: World) => {
      const { items } = await listContacts(world.ctx, { limit: 100 });
      const facts = items.map(({ id, version, createdAt, updatedAt, abilities, ...shown }) =>
        JSON.stringify(shown),
      );
      return facts.toSorted();
    };
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 15 }), async (people) => {
        const [from, to] = await Promise.all([createWorld(), createWorld()]);
        for (const [i, { withEmail, ...facts }] of people.entries()) {
          await createContact(from.ctx, { ...facts, email: withEmail ? `p${i}@example.fr` : null });
        }
        const file = (await exported(from)).replace('\ufeff', '');
        const { data, meta } = Papa.parse<Record<string, string>>(file, {
          header: true,
          delimiter: ';',
          skipEmptyLines: true,
        });
        expect(meta.fields).toEqual([...CSV_CONTACT_FIELDS]);
        const { errors } = await importContacts(to.ctx, { rows: data });
        expect(errors).toEqual([]);
        expect(await seen(to)).toEqual(await seen(from));
      }),
      { numRuns: 25 },
    );
  });
});
