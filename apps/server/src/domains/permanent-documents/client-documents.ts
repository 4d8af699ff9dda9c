import { PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import { byClientRef } from '@officina/contracts/office-fields';
import type { ClientDocuments } from '@officina/contracts/permanent-documents';
import { may } from '../../kernel/authorize.ts';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { clientFile, missingOf } from './client-file.ts';

/** What of the three is on a client's file, and every document of theirs. */
export const clientDocuments = read({
  name: 'permanentDocuments.forClient',
  permission: 'office.documents.read',
  input: byClientRef,
  async run(ctx, { clientRef }): Promise<ClientDocuments> {
    const file = await clientFile(ctx, clientRef);
    if (!file) throw notFound('Client');
    const { documents } = file;
    return {
      clientRef,
      checklist: PERMANENT_DOCUMENTS.map((documentType) => ({
        documentType,
        latest: documents.find((document) => document.documentType === documentType) ?? null,
      })),
      missing: missingOf(documents),
      documents,
      abilities: { upload: may(ctx.actor, 'office.documents.write') },
    };
  },
});
