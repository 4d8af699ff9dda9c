import type { IdpKind } from '@officina/contracts/sso';
import { ssoAddress as input } from '@officina/contracts/sso-inputs';
import { AppError } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { findIdp } from './load-idp.ts';

/** Where an address signs in, for the page that asks for it; null for a domain that no firm has proved. */
export const findProvider = read({
  name: 'sso.find',
  permission: 'public',
  input,
  async run(ctx, { email }): Promise<{ id: string; kind: IdpKind; name: string } | null> {
    try {
      const { idp } = await findIdp(ctx, { email });
      return { id: idp.id, kind: idp.kind, name: idp.name };
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  },
});
