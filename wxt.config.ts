import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Files that the background fetches from the extension, by their place in it. */
const ASSETS = {
  'wasm/jieba.wasm': './node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm',
  'models/clauses.bin': './dict/clauses.bin',
  'models/topics.bin': './dict/topics.bin',
  ...chineseCharacterMaps('./node_modules/pdfjs-dist/cmaps/'),
};

/** PDFs name the encodings of Chinese fonts that they do not hold; pdf.js has the maps of them, one file each. */
function chineseCharacterMaps(folder: string): Record<string, string> {
  const files = readdirSync(new URL(folder, import.meta.url)).filter((file) =>
    /^(?:Adobe-(?:CNS1|GB1)|B5|CNS|ET|GB|HK|Uni(?:CNS|GB)).*\.bcmap$/.test(file),
  );
  return Object.fromEntries(files.map((file) => [`cmaps/${file}`, folder + file]));
}

/**
 * wasm-bindgen's glue falls back to `new URL('x.wasm', import.meta.url)`, which Vite inlines as base64 into classic
 * bundles. The address is always passed in, so the fallback goes.
 */
function noJiebaFallback(): Plugin {
  return {
    name: 'no-jieba-fallback',
    enforce: 'pre',
    transform: {
      filter: { id: /jieba-wasm\/pkg\/web\/jieba_rs_wasm\.js/ },
      handler(code) {
        const out = code.replace(
          /new URL\('jieba_rs_wasm_bg\.wasm', import\.meta\.url\)/,
          "(() => { throw new Error('pass module_or_path') })()",
        );
        if (out === code) throw new Error('jieba-wasm glue changed: nothing to replace');
        return { code: out, map: null };
      },
    },
  };
}

/** Browser tests and the demo run a build that may read pages on this machine's own http server, and nothing more. */
const TEST_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];

export default defineConfig({
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    permissions: ['activeTab', 'scripting', 'storage'],
    ...(mode === 'test' ? { host_permissions: TEST_HOSTS } : {}),
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self' http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'mingtiao@mingtiao.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
  hooks: {
    'prepare:publicPaths'(_wxt, paths) {
      paths.push(...Object.keys(ASSETS));
    },
    'build:publicAssets'(_wxt, files) {
      for (const [relativeDest, source] of Object.entries(ASSETS))
        files.push({ absoluteSrc: fileURLToPath(new URL(source, import.meta.url)), relativeDest });
    },
  },
  vite: () => ({
    plugins: [preact(), noJiebaFallback()],
    worker: { format: 'es', plugins: () => [noJiebaFallback()] },
  }),
});
