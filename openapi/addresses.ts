import type { Description } from './description.ts'

/** Where a server is reached. */
export interface Base {
  /** Scheme, host and what a proxy has before the server's own paths; empty for paths alone. */
  readonly origin: string
  /** The prefix of the world, such as `/w/one`; empty for the default world. */
  readonly world: string
}

/** The addresses of an authorization, which are paths of the server. */
const addresses = new Set(['authorizationUrl', 'tokenUrl'])

/**
 * Returns a document with the base before the paths of its servers and of its authorizations: generators take the URL
 * of the first server for the default of their clients. A server that names a world itself keeps that.
 */
export function withAddresses(description: Description, { origin, world }: Base): Description {
  const placed = (path: string): string => {
    const address = path.startsWith('/w/') ? origin + path : origin + world + path
    return path === '/' && address !== '/' ? address.slice(0, -1) : address
  }
  const { servers = [], components } = description
  const schemes = JSON.stringify(components?.securitySchemes ?? {})
  const securitySchemes = JSON.parse(schemes, (key, value) => (addresses.has(key) ? placed(value) : value))
  return {
    ...description,
    servers: servers.map((server) => ({ ...server, url: placed(server.url) })),
    components: { ...components, ...(components?.securitySchemes && { securitySchemes }) },
  }
}
