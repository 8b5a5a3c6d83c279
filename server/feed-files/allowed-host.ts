import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { isLocalHost } from '#server/http/local-host.ts'

const privateNetworks = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv6')
}

/** Whether an address belongs to this machine or to a private network. */
export const isPrivateAddress = (address: string): boolean =>
  privateNetworks.check(
    address.replace(/^::ffff:/i, ''),
    address.includes(':') && !/^::ffff:\d+\./i.test(address) ? 'ipv6' : 'ipv4',
  )

/** How a host may be reached: any address of it, or public ones alone. */
export type Reach = 'any address' | 'public addresses' | 'not allowed'

/** Returns how a host may be reached: this machine and named hosts at any address, others by `*` where they are public. */
export function reachOf({ hostname, host }: URL, hosts: readonly string[]): Reach {
  const name = hostname.replaceAll(/[[\]]/g, '')
  if (isLocalHost(name) || hosts.includes(name) || hosts.includes(host)) return 'any address'
  if (!hosts.includes('*')) return 'not allowed'
  return isIP(name) !== 0 && isPrivateAddress(name) ? 'not allowed' : 'public addresses'
}

/** Resolves names as `dns.lookup` does, and fails for one that leads to a private address. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, [])
    const hidden = addresses.find(({ address }) => isPrivateAddress(address))
    if (hidden !== undefined) return callback(new Error(`${hostname} is the private address ${hidden.address}`), [])
    if (options.all === true) return callback(null, addresses)
    const [first] = addresses
    return callback(null, first?.address ?? '', first?.family)
  })
}
