import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { CHUNKS } from './build/chunks.ts';
import { devBoot } from './build/dev-boot.ts';
import { lightIcons } from './build/light-icons.ts';
import { liveClient } from './build/live-client.ts';
import { modernHelpers } from './build/modern-helpers.ts';
import { plainImports } from './build/plain-imports.ts';
import { precompress } from './build/precompress.ts';
import { preloadMap } from './build/preload-map.ts';

const server = process.env.OFFICINA_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [
    react(),
    lingui({ failOnCompileError: true }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    tailwindcss(),
    lightIcons(),
    liveClient(),
    modernHelpers(),
    plainImports(),
    devBoot(server),
    preloadMap(['en', 'fr', 'he']),
    precompress(),
  ],
  resolve: { alias: [{ find: /^use-sync-external-store\/shim$/, replacement: 'react' }] },
  server: { proxy: { '/trpc': server, '/api': server } },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    // The policy of the page allows no data: fonts or scripts, so everything stays a file of its own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    // Hardly any rule is of one page alone, and without files of their own the loader of pages need not know of styles.
    cssCodeSplit: false,
    // The server preloads better (build/preload-map.ts) than the list of files that this would put into the entry.
    modulePreload: false,
    rolldownOptions: {
      treeshake: {
        propertyReadSideEffects: false,
        unknownGlobalSideEffects: false,
        moduleSideEffects: [{ test: /@trpc/, sideEffects: false }],
      },
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: CHUNKS },
      },
    },
  },
});
