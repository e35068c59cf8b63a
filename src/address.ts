/** What is asked of addresses of pages and documents. */

/** The host without its port; `undefined` where there is no address or it can't be read. */
export function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.hostname;
}

/** The host with its port, as a reader is told it; "" where the address can't be read. */
export function siteOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}

export function withoutFragment(url: string): string {
  return url.split('#', 1)[0]!;
}
