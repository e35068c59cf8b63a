/**
 * Arguments that open Chromium with the unpacked extension in `folder` and without its own traffic and first-run pages.
 * @param {string} folder
 * @returns {string[]}
 */
export function launchArguments(folder) {
  return [
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    '--lang=zh-CN',
    '--accept-lang=zh-CN',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
    // Chromium's sandbox refuses to run as root, which is what containers have.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
