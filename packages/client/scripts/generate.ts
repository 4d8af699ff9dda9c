import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf, v1Of } from '../src/v1-document.ts';

// The generator needs the programming interface of an older TypeScript: it is fetched when it is run, and not installed.
const GENERATOR = ['-p', 'openapi-typescript@7.13.0', '-p', 'typescript@5.9.3', 'openapi-typescript'];

/** Makes `generated/v1.ts` from the document of a running server: `pnpm --filter @officina/client generate [address]`. */
const [, , server = 'http://localhost:3000'] = process.argv;
const answer = await fetch(`${server}/api/openapi/studio.json`);
const document = v1Of((await answer.json()) as { paths: Record<string, unknown> });
const folder = mkdtempSync(join(tmpdir(), 'officina-client-'));
const [given, made] = [join(folder, 'v1.json'), join(folder, 'v1.ts')];
writeFileSync(given, JSON.stringify(document));
execFileSync('npx', ['-y', ...GENERATOR, given, '-o', made], { stdio: 'inherit' });
writeFileSync(
  join(import.meta.dirname, '../generated/v1.ts'),
  `// Of the document ${fingerprintOf(document)}.\n${readFileSync(made, 'utf8')}`,
);
rmSync(folder, { recursive: true });
