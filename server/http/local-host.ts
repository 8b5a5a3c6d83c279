import { isIP } from 'node:net'

/** Returns a host without the brackets that URLs have around an IPv6 address. */
export const withoutBrackets = (host: string): string => host.replaceAll(/[[\]]/g, '')

/** Tells whether a host, without port and brackets, is this machine. */
export const isLocalHost = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
