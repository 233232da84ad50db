import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const server = process.env.SAMENSPEL_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    // Tests and checks compile the messages once, before they start.
    !process.env.VITEST &&
      paraglideVitePlugin({
        project: './project.inlang',
        outdir: './src/paraglide',
        // `src/locale.svelte.ts` decides the language; the compiled messages only ask it.
        strategy: ['globalVariable', 'baseLocale'],
      }),
    svelte(),
  ],
  build: {
    target: 'es2022',
    // A font or icon inlined as a data: address would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      // The server compares the Origin with its public address, so the proxy speaks in its name.
      '/api': {
        target: server,
        ws: true,
        changeOrigin: true,
        headers: { origin: process.env.SAMENSPEL_PUBLIC_URL ?? 'http://localhost:8080' },
      },
    },
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
  },
});
