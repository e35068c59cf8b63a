import { describe, expect, test } from 'vitest';
import { mayReach } from '../../../src/background/networks.ts';

const OPEN = ['https://loan.example/', 'http://93.184.216.34/', 'http://[2606:2800::1]/', 'http://172.32.0.1/'];
const PRIVATE = [
  'http://10.0.0.1/',
  'http://172.16.3.4/',
  'http://172.31.255.1/',
  'http://192.168.1.1/',
  'http://169.254.1.1/',
  'http://100.64.0.1/',
  'http://[fd12::1]/',
  'http://[fe80::1]/',
  'http://[::ffff:192.168.0.1]/',
  'http://router/',
  'http://nas.local/',
  'http://build.internal./',
];
const OWN = [
  'http://localhost:8080/',
  'http://app.localhost/',
  'http://127.0.0.1/',
  'http://127.9.9.9/',
  'http://0.0.0.0/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
];

describe('a page reaches no further in than it stands', () => {
  const depths = [OPEN, PRIVATE, OWN];
  for (const [from, pages] of depths.entries())
    for (const [to, urls] of depths.entries())
      test.each(urls)(`from depth ${from}: %s`, (url) => {
        for (const page of pages) expect(mayReach(page, url)).toBe(from >= to);
      });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'chrome://version/', 'data:text/html,x', '', 'loan.example'])(
    'what is no web address is out of reach: %s',
    (url) => {
      expect(mayReach('http://localhost/', url)).toBe(false);
      expect(mayReach(url, 'https://loan.example/')).toBe(false);
    },
  );
});
