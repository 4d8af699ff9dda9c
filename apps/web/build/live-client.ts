import type { Plugin } from 'vite';

/**
 * Gives the live updates a copy of tRPC's client of their own. Client and streams are one module of the library, so one
 * that is shared would bring the streams, which come after the first page, with the first page.
 */
export function liveClient(): Plugin {
  return {
    name: 'officina:live-client',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source !== '@trpc/client' || !importer?.includes('/src/shell/live/')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}?live` };
    },
  };
}
