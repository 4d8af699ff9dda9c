import type { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../http/environment.ts';
import type { Surface } from './bind.ts';
import type { Credential, Dialect } from './dialect.ts';
import { inForms } from './openapi-forms.ts';
import type { RestRow } from './row.ts';

type Json = Record<string, unknown>;

/**
 * Wire schemas describe what comes in; what a transform makes of it is nobody's business outside. Where a schema says
 * more of the reading than of the value, its `wire` metadata stands in its place.
 */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      const { wire } = jsonSchema;
      if (!wire) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, wire);
    },
  }) as Json;
  return json;
};

function pathParameters({ path, params }: RestRow): Json[] {
  const { properties = {} } = (params ? schemaOf(params, 'input') : {}) as { properties?: Json };
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }));
}

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

/** A repeated key of `idempotent` rows is read by the door, those of `headers` by the operation. */
function headerParameters(row: RestRow): Json[] {
  const names = Object.keys(row.headers ?? {});
  if (row.answer !== 'file' && row.answer !== 'redirect' && row.idempotent) names.push('Idempotency-Key');
  return names.map((name) => ({ name, in: 'header', required: false, schema: { type: 'string' } }));
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
  if (row.answer === 'redirect')
    return { description: 'Goes on elsewhere', headers: { location: { schema: { type: 'string' } } } };
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

const statusOf = (row: RestRow) => (row.answer === 'redirect' ? (row.redirect ?? 303) : (row.status ?? 200));

function operationOf(row: RestRow, { errorSchema: usual, credential = 'session' }: Dialect): Json {
  const errorSchema = row.failures?.errorSchema ?? usual;
  const body = requestBody(row);
  const error = { description: 'Error', content: { 'application/json': { schema: errorSchema } } };
  return {
    summary: row.summary,
    tags: [row.tag],
    operationId: `${row.method.toLowerCase()}${row.path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase())}`,
    parameters: [...pathParameters(row), ...queryParameters(row), ...headerParameters(row)],
    ...(body && { requestBody: body }),
    responses: { [String(statusOf(row))]: success(row), default: error },
    security: row.operation.permission === 'public' ? [] : [{ [row.credential ?? credential]: [] }],
  };
}

const SCHEMES: Record<Credential, Json> = {
  session: { type: 'apiKey', in: 'cookie', name: 'officina_session' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  apiKey: { type: 'http', scheme: 'bearer', description: 'An API key' },
};

/** The OpenAPI 3.1 document of one surface, made from the rows that serve it. */
export function openApiOf({ dialect, rows }: Surface): Json {
  const { credential = 'session' } = dialect;
  const taken = new Set([credential, ...rows.flatMap((row) => row.credential ?? [])]);
  const paths: Record<string, Record<string, Json>> = {};
  for (const row of rows) {
    const path = `/api${row.path.replace(/:(\w+)/g, '{$1}')}`;
    const method = row.method.toLowerCase();
    const told = inForms(paths[path]?.[method], operationOf(row, dialect));
    paths[path] = { ...paths[path], [method]: told };
  }
  return {
    openapi: '3.1.0',
    info: { title: dialect.title, description: dialect.description, version: '1.0.0' },
    paths,
    components: { securitySchemes: Object.fromEntries([...taken].map((name) => [name, SCHEMES[name]])) },
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
