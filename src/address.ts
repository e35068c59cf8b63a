/** What is asked of addresses of pages and documents. */

/** The host without its port; `undefined` where there is no address or it can't be read. */
export function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.hostname;
}

export function withoutFragment(url: string): string {
  return url.split('#', 1)[0]!;
}
