import { defineConfig } from 'vite'

// Links between the files are relative: the console may be served below a proxy's prefix. Nothing is inlined: its
// content security policy takes scripts and styles of this server alone.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../build/console',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
})
