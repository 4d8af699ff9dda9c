import { expect } from 'vitest';
import type { Office } from '../../server/src/testing/office.ts';

/** The newest mail to an address with a link into `path`, once it was delivered; and that link. */
export async function mailTo(
  office: Office,
  to: string,
  path: string,
): Promise<{ text: string; link: string }> {
  const { sql } = office;
  const newest = async () => {
    const [mail] = await sql<{ text: string }[]>`
      select text from outbox_messages
      where "to" = ${to} and status = 'sent' and text like ${`%${path}%`} order by created_at desc limit 1`;
    return mail?.text;
  };
  await expect.poll(newest).toBeTruthy();
  const text = (await newest()) ?? '';
  return { text, link: new RegExp(`\\S*${path}\\S+`).exec(text)?.[0] ?? '' };
}
