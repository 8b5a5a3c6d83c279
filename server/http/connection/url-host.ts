/**
 * Returns the host as URLs on this machine have it: a wildcard address is reached at loopback, IPv6 gets its brackets.
 */
export function hostForUrl(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
