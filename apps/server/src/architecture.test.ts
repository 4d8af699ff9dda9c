import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const SOURCES = ['apps/server/{src,bench}/**/*.ts', 'apps/web/src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'];
const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path);

interface Source {
  path: string;
  text: string;
  lines: number;
  /** Imported modules; a relative one as a path from the root. `typeOnly` ones vanish at run time. */
  imports: { from: string; typeOnly: boolean }[];
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm;

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map(([, type, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? '';
    const target = name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
    return { from: target, typeOnly: Boolean(type) };
  });
  return { path, text, lines: text.split('\n').length - 1, imports };
}

const sources = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).map((path) =>
  readSource(normalize(path)),
);
const product = sources.filter(({ path }) => !isTest(path));
const under = (folder: string) => product.filter(({ path }) => path.startsWith(`${folder}/`));

/** `file → import` for every import of these files that `forbidden` names. */
function violations(
  files: Source[],
  forbidden: (from: string, path: string, typeOnly: boolean) => boolean,
): string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(({ from, typeOnly }) => forbidden(from, path, typeOnly))
      .map(({ from }) => `${path} → ${from}`),
  );
}

const server = 'apps/server/src';
const names =
  (...modules: string[]) =>
  (from: string) =>
    modules.some((name) => from === name || from.startsWith(`${name}/`));

describe('dependencies point one way', () => {
  it('contracts know zod and themselves only', () => {
    const allowed = (from: string) => from === 'zod' || from.startsWith('packages/contracts/');
    expect(violations(under('packages/contracts/src'), (from) => !allowed(from))).toEqual([]);
  });

  it('db knows contracts, not the apps', () => {
    expect(
      violations(under('packages/db/src'), (from) => /^(apps\/|@officina\/(server|web))/.test(from)),
    ).toEqual([]);
  });

  it('the Stripe sandbox knows nothing of ours', () => {
    const ours = (from: string) => /^(apps\/|@officina\/)/.test(from);
    expect(violations(under('packages/stripe-sandbox/src'), ours)).toEqual([]);
  });

  it('the kernel knows db, contracts and the types of ports', () => {
    const outside = (from: string, _: string, typeOnly: boolean) =>
      from.startsWith(server) &&
      !from.startsWith(`${server}/kernel/`) &&
      !(typeOnly && /\/providers\/[\w-]+\/port\.ts$/.test(from));
    expect(violations(under(`${server}/kernel`), outside)).toEqual([]);
  });

  it('domains know neither hono, stripe nor tRPC, and no door', () => {
    const outer = (from: string, _: string, typeOnly: boolean) =>
      names('hono', '@hono', 'stripe', '@trpc')(from) ||
      (/^apps\/server\/src\/(rest|trpc|http|jobs|compose|main|start|config)/.test(from) && !typeOnly) ||
      (from.startsWith(`${server}/providers/`) && !(typeOnly && from.endsWith('/port.ts')));
    expect(violations(under(`${server}/domains`), outer)).toEqual([]);
  });

  it('domains use each other without circles', () => {
    const edges = new Map<string, Set<string>>();
    const domainOf = (path: string) => /^apps\/server\/src\/domains\/([\w-]+)\//.exec(path)?.[1];
    for (const { path, imports } of under(`${server}/domains`)) {
      const from = domainOf(path);
      for (const { from: target, typeOnly } of imports) {
        const to = domainOf(target);
        if (!from || !to || from === to || typeOnly) continue;
        edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }
    const circles: string[] = [];
    const visit = (domain: string, trail: string[]) => {
      if (trail.includes(domain)) circles.push([...trail.slice(trail.indexOf(domain)), domain].join(' → '));
      else for (const next of edges.get(domain) ?? []) visit(next, [...trail, domain]);
    };
    for (const domain of edges.keys()) visit(domain, []);
    expect([...new Set(circles)]).toEqual([]);
  });

  it('doors know neither drizzle nor the database', () => {
    const data = names('drizzle-orm', '@officina/db', 'postgres');
    expect(violations([...under(`${server}/rest`), ...under(`${server}/trpc`)], data)).toEqual([]);
  });

  it('drivers are built by compose alone', () => {
    const driver = (from: string, path: string) => {
      if (!from.startsWith(`${server}/providers/`) || from.endsWith('/port.ts')) return false;
      const folder = from.slice(0, from.indexOf('/', `${server}/providers/`.length));
      return path !== `${server}/compose.ts` && !path.startsWith(`${folder}/`);
    };
    expect(violations(under(server), driver)).toEqual([]);
  });

  it('the web app takes one type from the server, and no zod in its bundle', () => {
    const files = under('apps/web/src');
    const server = (from: string, _: string, typeOnly: boolean) =>
      from.startsWith('@officina/') &&
      !(from.startsWith('@officina/contracts/') || (from === '@officina/server/app-router' && typeOnly));
    expect(violations(files, server)).toEqual([]);
    const withZod = new Set(
      under('packages/contracts/src')
        .filter((file) => file.imports.some(({ from }) => from === 'zod'))
        .map(({ path }) => path),
    );
    const zod = (from: string, _: string, typeOnly: boolean) =>
      !typeOnly &&
      (from === 'zod' ||
        withZod.has(`packages/contracts/src/${from.replace('@officina/contracts/', '')}.ts`));
    expect(violations(files, zod)).toEqual([]);
  });
});

describe('the environment and the present have one source each', () => {
  it('process.env is read by the configuration and the entries only', () => {
    const entries =
      /src\/(main|dev|web-build|config)\.ts$|src\/cli\/|\/bench\/|packages\/db\/src\/(embedded|testing|test-database)/;
    const readers = product.filter(({ path, text }) => /process\.env\b/.test(text) && !entries.test(path));
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  it('domains take the time from their context', () => {
    const allowed = /domains\/(identity\/lucia-sessions|tenancy\/tenant-directory)\.ts$/;
    const clocks = under(`${server}/domains`).filter(
      ({ path, text }) => /\bDate\.now\(\)|new Date\(\)|Temporal\.Now\b/.test(text) && !allowed.test(path),
    );
    expect(clocks.map(({ path }) => path)).toEqual([]);
  });
});

describe('names and sizes', () => {
  it('looks at the whole tree', () => {
    expect(sources.length).toBeGreaterThan(150);
  });

  it('files are kebab-case and say what they are for', () => {
    const bad = sources.filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(router|test|config|d))*\.tsx?$/;
      return (
        !kebab.test(name) || /^(index|utils?|helpers?|common|misc|shared|manager|service)\.tsx?$/.test(name)
      );
    });
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('no file only re-exports', () => {
    const barrels = product.filter(
      ({ text, lines }) =>
        lines > 1 && text.split('\n').every((line) => !line.trim() || /^export .* from /.test(line)),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it('files stay small: median 80, nineteen of twenty 250, none over 400 lines', () => {
    const sizes = product.map(({ lines }) => lines).sort((a, b) => a - b);
    const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0;
    expect(product.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.95)).toBeLessThanOrEqual(250);
  });

  it('nothing is left half done', () => {
    // In quotes or a query string TODO is a task's status.
    const marks = sources.filter(
      ({ path, text }) =>
        !path.endsWith('architecture.test.ts') &&
        /(?<!['"=])\b(TODO|FIXME|XXX|HACK)\b(?!['"])|@ts-(ignore|nocheck)|\.(skip|only|todo)\(/.test(text),
    );
    expect(marks.map(({ path }) => path)).toEqual([]);
  });

  it('the tree is the documented one', () => {
    const top = globSync('*', { cwd: root, exclude: ['node_modules'] }).filter(
      (name) => !/^(node_modules|tsconfig.*|vitest\.config\.ts)$/.test(name),
    );
    const known = [
      'apps',
      'packages',
      'drizzle',
      'docs',
      'package.json',
      'pnpm-workspace.yaml',
      'pnpm-lock.yaml',
      'biome.json',
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'LICENSE',
      'Dockerfile',
      'compose.yaml',
    ];
    expect(top.filter((name) => !known.includes(name))).toEqual([]);
  });
});
