// How the client is built: one page, split by route; a service worker for the shell; a budget of script per page.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { sizeBudget } from './sizeBudget.ts';

const server = 'http://127.0.0.1:8080';
/** What is never answered from a cache: it belongs to the server alone. */
const LIVE = [/^\/api\//, /^\/sync\//, /^\/socket\.io\//, /^\/metrics/, /^\/healthz/, /^\/readyz/];
const standIn = (name: string): string => fileURLToPath(new URL(`standIns/${name}.ts`, import.meta.url));

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Masa',
        short_name: 'Masa',
        theme_color: '#f5f1e8',
        background_color: '#f5f1e8',
        display: 'standalone',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        navigateFallbackDenylist: LIVE,
        cleanupOutdatedCaches: true,
      },
    }),
    sizeBudget([
      {
        page: 'join page',
        modules: ['src/main.tsx', 'src/pages/JoinPage.tsx', 'src/ui/messages/common/uk.ts', 'src/ui/messages/join/uk.ts'],
        gzipBytes: 90_000,
      },
      {
        page: 'board',
        modules: [
          'src/main.tsx',
          'src/board/BoardPage.tsx',
          // The kind of the board that is opened; this is the largest most tables have.
          'src/kinds/service-canvas/view.ts',
          'src/ui/messages/common/uk.ts',
          'src/ui/messages/board/uk.ts',
        ],
        // Other languages; what opens only when somebody asks for it; what comes by itself once the first picture stands (commands, calls
        // of others, what others do read out, a kind's checks).
        exceptLater: [
          /\/ui\/messages\//,
          /\/pages\//,
          /\/panels\//,
          /\/outline\//,
          /\/commands\//,
          /\/tools\/(making|pictures)/,
          /\/canvas\/(pictureChoice|linkWays)/,
          /\/session\/rescue/,
          // Dialogs about other boards of the workshop; what one's own draft still holds when private writing ends.
          /\/thread\/(Carry|Bring)Dialog/,
          /\/session\/draftCarry/,
          // What holds the letters of somebody whose field goes under their hands.
          /\/board\/(resume|waiting)/,
          // What is said once texts came too late or the board is gone.
          /\/board\/(LateNotice|WayOn)/,
          // Panels only one kind has; what a kind checks and asks, which is fetched once the first picture stands.
          /\/kinds\/[^/]+\/([A-Z]|whole)/,
          /\/board\/(StyleBar|ContextMenu|Minimap|MoreTools|MenuLines)/,
        ],
        // The aim is 250 kB (tests/bench/goals.ts); the free layer costs what is above it. Nothing may be added.
        gzipBytes: 305_000,
      },
    ]),
  ],
  // Routing brings a fallback for React 17 along; React has had the real thing since.
  resolve: {
    alias: [
      { find: 'use-sync-external-store/shim/index.js', replacement: 'react' },
      // What a library carries along and the client never uses; each stand-in says what it leaves out.
      { find: 'lib0/logging', replacement: standIn('lib0Logging') },
      { find: /^\.\/(transports\/)?(polling-xhr(\.node)?|polling-fetch|webtransport)\.js$/, replacement: standIn('noTransport') },
    ],
    conditions: ['masa-src', ...defaultClientConditions],
    dedupe: ['yjs', 'react', 'react-dom', 'konva'],
  },
  server: {
    proxy: {
      // The server takes requests from its own origin only, so the page's host must reach it unchanged.
      '/api': { target: server, changeOrigin: false },
      '/socket.io': { target: server, changeOrigin: false, ws: true },
      '/sync': { target: server, changeOrigin: false, ws: true },
    },
  },
  // Everything is a file of its own, so that a content security policy without `data:` holds.
  build: {
    target: 'es2022',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Short names: the first page carries the names of what it may fetch.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        codeSplitting: {
          groups: [
            // What every page needs travels in one file: one file compresses better than ten.
            {
              name: 'shell',
              priority: 9,
              test: /node_modules\/(react|react-dom|scheduler|wouter|regexparam|zustand)\/|client\/src\/(ui\/(?!messages\/|objectTokens|Dialog)|session\/(api|device)|pages\/useReply)|lucide-react\/.*\/icons\/plus\.|shared\/src\/core\/result\.ts/,
            },
            // What doors and organisers' pages need beside it, apart from what only boards need.
            { name: 'words', priority: 8, test: /shared\/src\/core\/(text|wrap|limits)\.ts/ },
            { name: 'money', priority: 8, test: /shared\/src\/core\/(money|json)\.ts/ },
            // Signs the board page has from the beginning, and others use now and then: one file, since each by itself is almost nothing.
            {
              name: 'signs',
              priority: 8,
              test: /lucide-react\/.*\/icons\/(redo-2|undo-2|trash|copy|x|maximize|chevron-left|chevron-right|circle-check-big)\./,
            },
            // What every board needs, wherever it is shown: its document, its reader, its places.
            {
              name: 'paper',
              priority: 7,
              test: /node_modules\/(yjs|fractional-indexing|nanoid)\/|shared\/src\/(document\/(record|facet|layout|projection|marks)|board\/(field|template|placement|records|shelves|reader|kind|commands|present|presentWords|stages)|objects\/(place|looks|corners|describe|types|hit|commands)|core\/(order|geometry|transform|elbow|route|routeEnds|cubic|elbowDoors|ids|emitter))\.ts|client\/src\/kinds\/(index|wholes)\.ts/,
            },
            // … and how its objects are drawn.
            {
              name: 'drawing',
              priority: 6,
              test: /node_modules\/perfect-freehand\/|shared\/src\/(objects\/placeAll|board\/(links|filling|cardLine))\.ts|client\/src\/(kinds\/(objects\/\w+|card)|ui\/objectTokens|canvas\/(sheetMarks|linkLines|reactions|freeObjects|canvasPen|detail|pictures|backdrop|objects|pen|signs|textOverlay|frameTitle|slip|typesetting|widths))\.ts/,
            },
            // What the board page shares with all that opens on it.
            {
              name: 'board',
              priority: 5,
              test: /node_modules\/fast-diff\/|shared\/src\/(core\/arrange|document\/textBinding)\.ts|client\/src\/(editor\/(arrangement|store|toolbox|keymap)|board\/(boardContext|useStore)|commands\/(making|command|chords)|canvas\/longText|panels\/(longText|revealObject))\.ts/,
            },
          ],
        },
      },
    },
  },
});
