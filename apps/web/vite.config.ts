import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { CHUNKS } from './build/chunks.ts';
import { devBoot } from './build/dev-boot.ts';
import { firstSight } from './build/first-sight.ts';
import { lightIcons } from './build/light-icons.ts';
import { liveClient } from './build/live-client.ts';
import { modernHelpers } from './build/modern-helpers.ts';
import { plainImports } from './build/plain-imports.ts';
import { precompress } from './build/precompress.ts';
import { preloadMap } from './build/preload-map.ts';

const server = process.env.OFFICINA_SERVER ?? 'http://localhost:3000';

/** What both the app and its painter are made with. */
const sources = () => [
  react(),
  lingui({ failOnCompileError: true }),
  babel({ presets: [linguiTransformerBabelPreset()] }),
];

/** The painter (src/paint.tsx) draws the first picture of a page on the server. It brings its libraries along. */
const painter: UserConfig = {
  plugins: [...sources(), firstSight()],
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: { target: 'node26', copyPublicDir: false },
};

const app: UserConfig = {
  plugins: [
    ...sources(),
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
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? painter : app));
