import { expect, test } from 'vitest';
import { globalKeys, tenantTables } from './tenant-tables.ts';

test('tables of tenants are those with a tenant_id', () => {
  expect(tenantTables()).toContain('contacts');
  expect(tenantTables()).not.toContain('users');
});

test('the others are found by their keys', () => {
  expect(globalKeys().tenants).toContain('id');
  expect(globalKeys().users).toEqual(expect.arrayContaining(['id', 'email']));
  expect(globalKeys()).not.toHaveProperty('contacts');
});
