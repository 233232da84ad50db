// The web's own code that writes documents, without a browser.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const vite = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});

export const ambition = await vite.ssrLoadModule('/src/features/ambition/document.ts');
export const canvas = await vite.ssrLoadModule('/src/features/canvas/document.ts');
export const roles = await vite.ssrLoadModule('/src/features/roles/document.ts');
export const values = await vite.ssrLoadModule('/src/features/values/document.ts');
export const { readRichText } = await vite.ssrLoadModule('/src/rich_text/document.ts');
export const { richTextExtensions } = await vite.ssrLoadModule('/src/rich_text/schema.ts');
export const { keepsOthersWork } = await vite.ssrLoadModule('/src/realtime/others_work.ts');
export const { difference, writeEdit } = await vite.ssrLoadModule('/src/realtime/text_edit.ts');
export const { BLOCK_IDS } = await vite.ssrLoadModule('/src/content/canvas.ts');
export const { drives, libraryRoles, qualities } = await vite.ssrLoadModule('/src/content/roles.ts');
export const { libraryValues } = await vite.ssrLoadModule('/src/content/values.ts');

await vite.close();
