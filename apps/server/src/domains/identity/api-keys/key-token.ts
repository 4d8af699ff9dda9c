import { randomBytes } from 'node:crypto';

const PREFIX = 'ofk_';
const PREFIX_SHOWN = 12;

/** 256 random bits as a key; a program's credential, told from an access token by its form. */
export const newKey = (): string => PREFIX + randomBytes(32).toString('hex');

/** What is shown of a key after it was made. */
export const shownPart = (key: string): string => key.slice(0, PREFIX_SHOWN);

/** The token of an `Authorization: Bearer` header; null for every other header. */
export const bearerOf = (authorization: string | null | undefined): string | null =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;

/** Three parts between dots are an access token (JWT), an empty signature among them; everything else can only be a key. */
export const isAccessToken = (token: string): boolean => /^[^.]*\.[^.]*\.[^.]*$/.test(token);

/** Whether the header carries what can only be a key, good or not. */
export function carriesKey(authorization: string | null | undefined): boolean {
  const token = bearerOf(authorization);
  return token !== null && !isAccessToken(token);
}
