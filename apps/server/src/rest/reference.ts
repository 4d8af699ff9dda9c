import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Hono } from 'hono';
import type { Env } from '../http/environment.ts';
import type { Surface } from './bind.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Officina: API reference</title>
  </head>
  <body>
    <div id="reference"></div>
    <script src="/api/docs/scalar.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;

const FONTS = `:root { --scalar-font: ui-sans-serif, system-ui, sans-serif; --scalar-font-bold: 600;
  --scalar-font-code: ui-monospace, monospace; }`;

/** Tells the reference which documents there are; nothing is loaded from elsewhere and nothing is reported. */
function startScript(surfaces: readonly Surface[]): string {
  const sources = surfaces.map(({ dialect }) => ({
    title: dialect.title,
    slug: dialect.name,
    url: `/api/openapi/${dialect.name}.json`,
  }));
  const settings = {
    sources,
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: 'never',
    hideClientButton: true,
    customCss: FONTS,
  };
  return `Scalar.createApiReference('#reference', ${JSON.stringify(settings)});`;
}

const compress = promisify(brotliCompress);
let bundle: Promise<{ plain: Buffer; brotli: Buffer }> | undefined;

/** The reference's script from our own dependencies, compressed once on first use. */
function scalarBundle() {
  bundle ??= (async () => {
    const entry = import.meta.resolve('@scalar/api-reference');
    const plain = await readFile(new URL('./browser/standalone.js', entry));
    const brotli = await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return { plain, brotli };
  })();
  return bundle;
}

const SCRIPT = 'text/javascript; charset=utf-8';

/** `/api/docs`: a page to read and try every surface, from the same rows that serve it. */
export function referenceRoutes(api: Hono<Env>, surfaces: readonly Surface[]): void {
  api.get('/docs', (c) => c.html(PAGE));
  api.get('/docs/start.js', (c) => c.body(startScript(surfaces), 200, { 'content-type': SCRIPT }));
  api.get('/docs/scalar.js', async (c) => {
    const { plain, brotli } = await scalarBundle();
    const small = c.req.header('accept-encoding')?.includes('br') ?? false;
    c.header('content-type', SCRIPT);
    c.header('cache-control', 'public, max-age=86400');
    c.header('vary', 'accept-encoding');
    if (small) c.header('content-encoding', 'br');
    return c.body(new Uint8Array(small ? brotli : plain));
  });
}
