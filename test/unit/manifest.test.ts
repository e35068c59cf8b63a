/** What the extension may do, pinned: a change here is a change of what people are asked to trust. SECURITY.md S2–S4. */
import { describe, expect, it } from 'vitest';
import config from '../../wxt.config.ts';

/** The manifest that `wxt.config.ts` gives for a browser and a mode. */
async function manifestFor(browser: string, mode = 'production'): Promise<Record<string, unknown>> {
  const make = config.manifest;
  if (typeof make !== 'function') throw new Error('the manifest is made by a function of browser and mode');
  return make({ browser, mode, command: 'build', manifestVersion: 3 });
}

const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self' http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  it('asks for three permissions and no site (S4)', async () => {
    const manifest = await manifestFor(browser);
    expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'storage']);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it('runs its own code only and sends nothing anywhere (S2, S3)', async () => {
    const manifest = await manifestFor(browser);
    expect(manifest.content_security_policy).toEqual({ extension_pages: CSP });
  });

  it('shows pages none of its files and lets no other program talk to it (S8)', async () => {
    const manifest = await manifestFor(browser);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('holds nothing that this page does not name', async () => {
    const own = [
      'content_security_policy',
      'default_locale',
      'description',
      'name',
      'optional_host_permissions',
      'permissions',
    ];
    const gecko = browser === 'firefox' ? ['browser_specific_settings'] : [];
    expect(Object.keys(await manifestFor(browser)).toSorted()).toEqual([...own, ...gecko].toSorted());
  });
});

it('tells Firefox that no data is collected (S3)', async () => {
  expect((await manifestFor('firefox')).browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
});

it('lets only the test build read pages, and only those of this machine (S4)', async () => {
  const test = await manifestFor('chrome', 'test');
  expect(test.host_permissions).toEqual(['http://localhost/*', 'http://127.0.0.1/*']);
  const { host_permissions: _, ...rest } = test;
  expect(rest).toEqual(await manifestFor('chrome'));
});
