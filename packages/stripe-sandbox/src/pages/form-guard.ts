import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

export type Form = Record<string, string>;

/** Thrown for a form that was not sent by the page that it belongs to. */
export class ForgedForm extends Error {}

/** Forms carry a token that only their own page shows; a foreign page cannot send them. */
export class FormGuard {
  readonly #key = randomBytes(32);

  token(objectId: string): string {
    return createHmac('sha256', this.#key).update(objectId).digest('base64url');
  }

  /** The fields of a form of this object's page. */
  async read(c: Context, objectId: string): Promise<Form> {
    const fields = Object.fromEntries(
      Object.entries(await c.req.parseBody()).map(([name, value]) => [name, String(value)]),
    );
    const wanted = Buffer.from(this.token(objectId));
    const given = Buffer.from(fields.token ?? '');
    const foreign = c.req.header('sec-fetch-site') === 'cross-site';
    if (foreign || given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new ForgedForm();
    return fields;
  }
}
