import type { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../http/environment.ts';
import type { Surface } from './bind.ts';
import type { RestRow } from './row.ts';

type Json = Record<string, unknown>;

/** Wire schemas describe what comes in; what a transform makes of it is nobody's business outside. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
};

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters(row: RestRow): Json[] {
  if (!row.query) return [];
  const { properties = {}, required = [] } = schemaOf(row.query, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function requestBody(row: RestRow): Json | null {
  const { upload } = row;
  const schema = row.body ? schemaOf(row.body, 'input') : { type: 'object' };
  if (!upload) return row.body ? { content: { 'application/json': { schema } } } : null;
  const { properties = {}, required = [] } = schema as { properties?: Json; required?: string[] };
  const form = {
    type: 'object',
    properties: {
      ...properties,
      [upload.file]: { type: 'string', contentMediaType: 'application/octet-stream' },
    },
    required: [...required, upload.file],
  };
  const encoding = { [upload.file]: { contentType: upload.contentTypes.join(', ') } };
  return { content: { 'multipart/form-data': { schema: form, encoding } }, required: true };
}

function success(row: RestRow): Json {
  if (row.answer === 'file') {
    return {
      description: 'The file',
      content: Object.fromEntries(row.contentTypes.map((type) => [type, {}])),
    };
  }
  return {
    description: 'Success',
    content: { 'application/json': { schema: schemaOf(row.response, 'output') } },
  };
}

function operationOf(row: RestRow, errorSchema: unknown): Json {
  const body = requestBody(row);
  const error = { description: 'Error', content: { 'application/json': { schema: errorSchema } } };
  return {
    summary: row.summary,
    tags: [row.tag],
    operationId: `${row.method.toLowerCase()}${row.path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase())}`,
    parameters: [...pathParameters(row.path), ...queryParameters(row)],
    ...(body && { requestBody: body }),
    responses: { [String(row.status ?? 200)]: success(row), default: error },
    security: row.operation.permission === 'public' ? [] : [{ session: [] }],
  };
}

/** The OpenAPI 3.1 document of one surface, made from the rows that serve it. */
export function openApiOf({ dialect, rows }: Surface): Json {
  const paths: Record<string, Json> = {};
  for (const row of rows) {
    const path = `/api${row.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = {
      ...paths[path],
      [row.method.toLowerCase()]: operationOf(row, (row.failures ?? dialect).errorSchema),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: dialect.title, description: dialect.description, version: '1.0.0' },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'officina_session' } } },
  };
}

/** `/api/openapi/<surface>.json`, made once per surface. */
export function openApiRoutes(api: Hono<Env>, surfaces: readonly Surface[]): void {
  for (const surface of surfaces) {
    let document: Json | undefined;
    api.get(`/openapi/${surface.dialect.name}.json`, (c) => {
      document ??= openApiOf(surface);
      return c.json(document);
    });
  }
}
