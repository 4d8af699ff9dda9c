import { downloadFile } from '../../lib/download.ts';
import { api } from '../../trpc.ts';

interface Filters {
  search?: string;
  tags?: string[];
  isVip?: boolean;
}

/** Everything that fits the filters as one CSV file, fetched piece by piece. */
export async function downloadContacts(filters: Filters): Promise<void> {
  const pieces: string[] = [];
  let filename = '';
  let cursor: string | null | undefined;
  do {
    const piece = await api.contacts.export.query({ ...filters, cursor });
    pieces.push(piece.text);
    filename = piece.filename;
    cursor = piece.nextCursor;
  } while (cursor);
  downloadFile(filename, pieces.join(''), 'text/csv;charset=utf-8');
}
