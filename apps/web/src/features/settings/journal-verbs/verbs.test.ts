import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const server = join(here, '../../../../../server/src');
const sources = (cwd: string) => globSync('**/*.ts', { cwd }).filter((file) => !file.endsWith('.test.ts'));
const found = (cwd: string, files: readonly string[], form: RegExp): string[] =>
  files.flatMap((file) =>
    [...readFileSync(join(cwd, file), 'utf8').matchAll(form)].map(([, verb = '']) => verb),
  );

it('has words for every verb that the server writes into the journal', () => {
  const written = found(server, sources(server), /\bverb: '([a-z_]+\.[a-z_]+)'/g);
  const named = new Set(found(here, sources(here), /'([a-z_]+\.[a-z_]+)': msg/g));
  const test = /^(test|note|a)\./;
  expect(written.length).toBeGreaterThan(100);
  expect([...new Set(written)].filter((verb) => !named.has(verb) && !test.test(verb))).toEqual([]);
});
