import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../kernel/errors.ts';
import type { Operation } from '../kernel/operation.ts';
import { surfaces } from '../rest/surfaces.ts';
import { createWorld, httpClient } from '../testing/harness.ts';
import { allOperations } from './all-operations.ts';

const deep = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = { a: [value] };
  return value;
};

/** Values that break careless code: wrong types, extremes, texts that databases and parsers dislike. */
const HOSTILE: unknown[] = [
  null,
  true,
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  '💥'.repeat(300),
  '%_\\',
  "'; drop table contacts; --",
  '‮gnp.exe',
  '9999-99-99',
  '2026-02-30',
  'x'.repeat(70_000),
  '00000000-0000-7000-8000-000000000000',
  -1,
  0,
  1.005,
  1e308,
  Number.MAX_SAFE_INTEGER,
  Number.NaN,
  [],
  [null],
  Array.from({ length: 3000 }, () => 'x'),
  {},
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}'),
  deep(2000),
];

/** Names of an input's fields, two levels down. */
function fieldsOf(operation: Operation): string[][] {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
  const below = (node: unknown, path: string[]): string[][] => {
    if (node === null || typeof node !== 'object' || path.length > 2) return [];
    const { properties, items, anyOf, allOf } = node as Record<string, unknown>;
    const here = Object.entries((properties ?? {}) as object).flatMap(([name, child]) => [
      [...path, name],
      ...below(child, [...path, name]),
    ]);
    const list = items ? below(items, [...path, '0']) : [];
    const choices = [anyOf, allOf].flatMap((group) =>
      Array.isArray(group) ? group.flatMap((each) => below(each, path)) : [],
    );
    return [...here, ...list, ...choices];
  };
  return below(schema, []);
}

function withValue(path: string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), value);
}

describe('no operation fails unexpectedly, whatever it is given', () => {
  for (const operation of allOperations) {
    it(operation.operation, async () => {
      const world = await createWorld();
      const inputs = [
        ...HOSTILE,
        ...fieldsOf(operation).flatMap((path) => HOSTILE.map((value) => withValue(path, value))),
      ];
      for (const input of inputs) {
        try {
          await operation(world.ctx, input as never);
        } catch (error) {
          if (error instanceof AppError && error.code !== 'INTERNAL_ERROR') continue;
          const shown = JSON.stringify(input)?.slice(0, 120);
          expect.fail(
            `${shown} → ${error instanceof Error ? `${error.name}: ${error.message} ${error.cause ?? ''}` : String(error)}`,
          );
        }
      }
    });
  }
});

describe('no REST row answers 500, whatever it is sent', () => {
  const IDS = ['x', '%00', '%ff', '00000000-0000-7000-8000-000000000000', '..%2f..', '%F0%9F%92%A5'];
  const BODIES = [
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"a":"\\u0000"}',
    `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    '\ufeff{}',
    'x'.repeat(100),
  ];
  const QUERIES = [
    '',
    '?page=-1',
    '?page=1e9&limit=99999',
    '?search=%00',
    '?search=%ed%a0%80',
    '?tags[]=%00&tags[__proto__]=1',
    '?__proto__=1',
    '?from_date=2026-02-30&to_date=x',
  ];
  for (const { dialect, rows } of surfaces) {
    for (const row of rows) {
      it(`${dialect.name} ${row.method} ${row.path}`, async () => {
        const http = await httpClient(await createWorld());
        const paths = new Set(IDS.map((id) => `/api${row.path.replace(/:\w+/g, id)}`));
        for (const path of paths) {
          for (const query of QUERIES)
            expect((await http.call(row.method, path + query)).status, path + query).not.toBe(500);
          if (row.method === 'GET') continue;
          for (const body of BODIES)
            expect((await http.call(row.method, path, body)).status, `${path} ${body.slice(0, 30)}`).not.toBe(
              500,
            );
        }
      });
    }
  }

  it('refuses a body of 60 MB before reading it', async () => {
    const http = await httpClient(await createWorld());
    const refused = await http.call('POST', '/api/contacts', `{"first_name":"${'x'.repeat(60_000_000)}"}`);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ success: false, code: 'PAYLOAD_TOO_LARGE' });
  });

  it('survives a million keys', async () => {
    const http = await httpClient(await createWorld());
    const keys = Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":1`).join(',');
    const refused = await http.call('POST', '/api/contacts', `{${keys}}`);
    expect(refused.status).toBe(400);
  });
});
