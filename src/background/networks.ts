/** Which network an address belongs to, as far as the address itself tells: no page may reach further in than it stands. */

/** How far in: 0 the open net, 1 a private network, 2 this machine. */
type Depth = 0 | 1 | 2;

/**
 * Whether a page at `page` may have a document at `url` fetched: a page of the open net must not have the reader's own
 * router asked, nor a program on this machine. `false` for what is no web address.
 */
export function mayReach(page: string, url: string): boolean {
  const [from, to] = [depthOf(page), depthOf(url)];
  return from !== undefined && to !== undefined && from >= to;
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/;

function depthOf(address: string): Depth | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/\.$/, '');
  const [, first, second] = (IPV4.exec(host) ?? []).map(Number);
  if (first !== undefined && second !== undefined) return depthOfV4(first, second);
  if (host.startsWith('[')) return depthOfV6(host);
  if (host === 'localhost' || host.endsWith('.localhost')) return 2;
  return !host.includes('.') || /\.(?:local|internal|home\.arpa|lan|intranet)$/.test(host) ? 1 : 0;
}

function depthOfV4(first: number, second: number): Depth {
  if (first === 127 || first === 0) return 2;
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second < 128);
  return isPrivate ? 1 : 0;
}

/** `host` as `URL` writes it: "[fd00::1]"; an IPv4 address in it is written in hexadecimal. */
function depthOfV6(host: string): Depth {
  const mapped = /^\[::ffff:([\da-f]{1,4}):[\da-f]{1,4}\]$/.exec(host)?.[1];
  if (mapped !== undefined) {
    const high = Number.parseInt(mapped, 16);
    return depthOfV4(high >> 8, high & 255);
  }
  if (host === '[::1]' || host === '[::]') return 2;
  return /^\[f(?:[cd]|e[89a-f])/.test(host) ? 1 : 0;
}
