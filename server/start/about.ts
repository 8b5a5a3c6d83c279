import { operations } from '#openapi/operations.ts'
import type { Configuration } from '../config/configuration.ts'
import { defaultWorld, tokenOfWorld } from '../domain/world-name.ts'
import { hostForUrl, hostnameOf, networkAddresses } from '../http/connection/url-host.ts'
import { implementedOperations } from '../registry/operations.ts'
import { version } from '../version.ts'

/** The description of a running server, for the banner, `--ready-file` and `GET /__mock`. */
export interface About {
  readonly name: 'pinterest-ads-mock'
  readonly version: string
  readonly base_url: string
  /** The base URL by HTTPS, where there is a port for it. */
  readonly https_url?: string
  /** The URLs at which other devices on the network reach the server; absent where it listens for none. */
  readonly network_urls?: readonly string[]
  readonly docs_url: string
  readonly control_url: string
  readonly environment: readonly { readonly line: string; readonly client: string }[]
  readonly operations: { readonly built: number; readonly documented: number }
  /** The data directory, or `in memory`. */
  readonly data: string
  readonly seed: string
  /** `open` where any bearer token is accepted. */
  readonly auth: 'open' | 'strict'
  /** What options name that does not exist yet; absent where there is nothing to warn of. */
  readonly warnings?: readonly string[]
}

const tokenLines = (token: string) => [
  { line: `PINTEREST_ACCESS_TOKEN=${token}`, client: 'the Python SDK' },
  { line: `ACCESS_TOKEN=${token}`, client: 'the API quickstart' },
]

/** Returns the lines with a token that passes; none in strict mode without test control, which hands tokens out. */
function tokenEnvironment({ auth, control }: Configuration): About['environment'] {
  if (auth === 'open') return tokenLines('any-text')
  return control ? tokenLines(tokenOfWorld(defaultWorld)) : []
}

/** The ports on which a server listens; none before it does. */
export interface ListeningPorts {
  http?: number
  https?: number | undefined
}

/** Describes a server that a client reaches at an origin. */
export function aboutOf(origin: string, configuration: Configuration, ports: ListeningPorts): About {
  const { seed, dataDir, auth, host, publicUrl } = configuration
  const httpsHost = origin === publicUrl ? hostForUrl(host) : hostnameOf(origin)
  const networkUrls =
    ports.http === undefined ? [] : networkAddresses(host).map((address) => `http://${address}:${ports.http}/v5`)
  return {
    name: 'pinterest-ads-mock',
    version,
    base_url: `${origin}/v5`,
    ...(ports.https !== undefined && { https_url: `https://${httpsHost}:${ports.https}/v5` }),
    ...(networkUrls.length > 0 && { network_urls: networkUrls }),
    docs_url: `${origin}/docs`,
    control_url: `${origin}/__mock`,
    environment: [
      { line: `PINTEREST_API_URI=${origin}/v5`, client: 'the Python SDK' },
      { line: `PINTEREST_API_URI=${origin}`, client: 'the API quickstart' },
      { line: `PINTEREST_OAUTH_URI=${origin}`, client: 'the API quickstart: its consent page' },
      ...tokenEnvironment(configuration),
    ],
    operations: { built: implementedOperations.size, documented: operations.length },
    data: dataDir ?? 'in memory',
    seed,
    auth,
  }
}
