import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from './config.ts';
import { startOfficina } from './start.ts';
import { StartError } from './start-error.ts';

it('stops the database that it has started when the web app cannot be built', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'officina-start-'));
  const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const failing = () => Promise.reject(new StartError('The web app could not be built'));
  await expect(startOfficina(config, 'test', failing)).rejects.toThrow('The web app could not be built');
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  expect(existsSync(join(dataDir, 'postgres/PG_VERSION'))).toBe(true);
  await rm(dataDir, { recursive: true });
});
