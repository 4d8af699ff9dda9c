import type { Permission } from '@officina/contracts/permissions';
import { notFound } from '@tanstack/react-router';
import { can } from '../lib/session.ts';

/** `beforeLoad` of a page that does not exist for whoever lacks the word. */
export const only = (word: Permission) => () => {
  if (!can(word)) throw notFound();
};
