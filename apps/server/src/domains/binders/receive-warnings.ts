import type { ReceiveWarnings } from '@officina/contracts/binders';
import { byClient } from '@officina/contracts/binders-inputs';
import { PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { clientByRef } from './client-by-ref.ts';

/** What to mention before a client's binder is received. Nothing of it hinders. */
export const receiveWarnings = read({
  name: 'binders.receiveWarnings',
  permission: 'office.binders.read',
  input: byClient,
  async run(ctx, { clientRef }): Promise<ReceiveWarnings> {
    const client = await clientByRef(ctx, clientRef);
    if (!client) throw notFound('Client');
    const { status, onFile, openCharges, openBinders } = client;
    const missingDocuments = PERMANENT_DOCUMENTS.filter((type) => !onFile.includes(type));
    return { clientStatus: status, missingDocuments, openCharges, openBinders };
  },
});
