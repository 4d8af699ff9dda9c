import { getService } from '../domains/catalogue/get-service.ts';
import type { Ctx } from '../kernel/context.ts';

/** What search engines and shared links show of a public page. */
export interface PageHead {
  title: string;
  description: string;
}

const HEADS: Readonly<Record<string, PageHead>> = {
  '/marketplace': {
    title: 'Services',
    description:
      'Fixed scope, fixed price, senior people. Describe your problem and get the services that meet it, at once and without an account.',
  },
  '/request-scope': {
    title: 'Request a scope',
    description: 'Ask for a priced scope: deliverables, dates and one fixed price within two business days.',
  },
  '/partners': {
    title: 'For experts',
    description: 'Senior experts who want to work on our engagements make themselves known here.',
  },
};

/** The head of a public page of the firm, or null for every other page. Unknown services have none. */
export async function headOf(ctx: Ctx, pathname: string): Promise<PageHead | null> {
  const own = (head: PageHead | undefined) =>
    head ? { ...head, title: `${head.title} · ${ctx.tenant.name}` } : null;
  const [, slug] = /^\/marketplace\/([a-z0-9-]+)$/.exec(pathname) ?? [];
  if (!slug) return own(HEADS[pathname]);
  const service = await getService(ctx, { slug }).catch(() => null);
  return own(service ? { title: service.title, description: service.oneLine } : undefined);
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

/** Puts the head into the page, where its own stands for all the others. */
export function withHead(page: string, head: PageHead | null): string {
  if (!head) return page;
  const [title, description] = [escaped(head.title), escaped(head.description)];
  const tags = `<title>${title}</title><meta name="description" content="${description}" /><meta property="og:title" content="${title}" /><meta property="og:description" content="${description}" />`;
  return page.replace(/<title>[^<]*<\/title>/, () => tags);
}
