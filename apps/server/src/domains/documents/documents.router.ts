import { query, router } from '../../kernel/trpc.ts';
import { linkDocument } from './link-document.ts';

export const documentsRouter = router({ link: query(linkDocument) });
