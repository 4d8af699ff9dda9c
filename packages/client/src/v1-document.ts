import { createHash } from 'node:crypto';

interface OpenApiDocument {
  paths: Record<string, unknown>;
}

/** What the client is made for: the part of the studio's OpenAPI document that API keys reach. */
export function v1Of<D extends OpenApiDocument>(document: D): D {
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/'));
  return { ...document, paths: Object.fromEntries(paths) };
}

/** By which the generated types know the document that they were made from. */
export const fingerprintOf = (document: OpenApiDocument): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 16);
