import { isIP } from 'node:net'

/** Tells whether a host, without port and brackets, is this machine. */
export const isLocalHost = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
