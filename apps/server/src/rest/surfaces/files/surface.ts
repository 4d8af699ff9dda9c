import { z } from 'zod';
import { FILE_KINDS } from '../../../domains/documents/file-kinds.ts';
import { openLink } from '../../../domains/documents/open-link.ts';
import type { Surface } from '../../bind.ts';
import type { Dialect } from '../../dialect.ts';
import { fileRow } from '../../row.ts';
import { garageDialect } from '../garage/dialect.ts';

/** What belongs to no firm's contract: the files of all of them, behind links of a few minutes. */
const filesDialect: Dialect = {
  ...garageDialect,
  name: 'files',
  title: 'Officina: files',
  description: 'Stored files, opened through links that hold for five minutes.',
  failure(error, requestId) {
    const answer = garageDialect.failure(error, requestId);
    return error.code === 'INVALID_TOKEN' ? { ...answer, status: 404 } : answer;
  },
};

export const filesSurface: Surface = {
  dialect: filesDialect,
  rows: [
    fileRow({
      method: 'GET',
      path: '/files',
      summary: 'The file that a link opens',
      tag: 'Files',
      operation: openLink,
      query: z.object({ link: z.string() }),
      answer: 'file',
      contentTypes: Object.keys(FILE_KINDS),
    }),
  ],
};
