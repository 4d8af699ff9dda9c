import { expect, test } from 'vitest';
import { globalKeys, tenantTables, tenantTablesDependentsFirst } from './tenant-tables.ts';

test('tables of tenants are those with a tenant_id', () => {
  expect(tenantTables()).toContain('contacts');
  expect(tenantTables()).not.toContain('users');
});

test('what refers to a row goes before it', () => {
  const order = tenantTablesDependentsFirst();
  expect([...order].sort()).toEqual([...tenantTables()].sort());
  for (const [first, then] of [
    ['invoice_lines', 'invoices'],
    ['invoices', 'contacts'],
    ['notifications', 'members'],
  ] as const)
    expect(order.indexOf(first)).toBeLessThan(order.indexOf(then));
});

test('the others are found by their keys', () => {
  expect(globalKeys().tenants).toContain('id');
  expect(globalKeys().users).toEqual(expect.arrayContaining(['id', 'email']));
  expect(globalKeys()).not.toHaveProperty('contacts');
});
