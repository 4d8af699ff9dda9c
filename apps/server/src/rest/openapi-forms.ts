type Json = Record<string, unknown>;
interface Content {
  content?: { 'application/json'?: { schema: Json } };
}
interface Described extends Json {
  summary: string;
  requestBody?: Content;
  responses: Record<string, Content>;
}

const schemaOf = (part: Content | undefined): Json | undefined => part?.content?.['application/json']?.schema;

/** What may be the one or the other, each told once. */
function either(one: Json | undefined, other: Json | undefined): Json[] {
  const forms = [one, other].flatMap((schema) =>
    schema ? ((schema.anyOf as Json[] | undefined) ?? [schema]) : [],
  );
  return [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
}

function merged(one: Content | undefined, other: Content | undefined): Content | undefined {
  if (!schemaOf(one) || !schemaOf(other)) return one ?? other;
  const [only, ...more] = either(schemaOf(one), schemaOf(other));
  const schema = more.length ? { anyOf: [only, ...more] } : (only ?? {});
  return { ...one, content: { ...one?.content, 'application/json': { schema } } };
}

/** One operation of the document for rows of one surface that share a path: what is asked and answered is any of theirs. */
export function inForms(one: Json | undefined, other: Json): Json {
  if (!one) return other;
  const [first, second] = [one, other] as [Described, Described];
  const requestBody = merged(first.requestBody, second.requestBody);
  const statuses = new Set([...Object.keys(first.responses), ...Object.keys(second.responses)]);
  return {
    ...first,
    summary: `${first.summary} · ${second.summary}`,
    ...(requestBody && { requestBody }),
    responses: Object.fromEntries(
      [...statuses].map((status) => [status, merged(first.responses[status], second.responses[status])]),
    ),
  };
}
