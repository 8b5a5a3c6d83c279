/**
 * Returns the host as URLs on this machine have it: a wildcard address is reached at loopback, IPv6 gets its brackets.
 */
export function hostForUrl(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/**
 * Returns the IPv4 addresses at which other devices on the network reach a server that listens on a host; none for
 * loopback, and for an address or name that is known without looking.
 */
export function networkAddresses(host: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  const interfaces = Object.values(process.getBuiltinModule('node:os').networkInterfaces()).flat()
  return interfaces.flatMap((found) =>
    found === undefined || found.internal || found.family !== 'IPv4' ? [] : found.address,
  )
}

/** Returns the host of an origin without its port, as URLs have it. A client may send any text as its host. */
export const hostnameOf = (origin: string): string => /^\w+:\/\/(\[[^\]]*\]|[^:/]*)/.exec(origin)?.[1] ?? ''

/** A label of a host's name: underscores are not allowed in DNS, but are in the names of containers. */
const label = '[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?'
const hostHeader = new RegExp(String.raw`^(?:${label}(?:\.${label})*|\[[0-9A-Fa-f:.]+\])(?::(?!0+$)\d{1,5})?$`)

/** Returns a Host header that may stand in a URL; undefined for any other text, since a client may send what it likes. */
export const trustedHost = (header = ''): string | undefined =>
  header.length <= 262 && hostHeader.test(header) && URL.canParse(`http://${header}`) ? header : undefined
