import { operations } from '#openapi/operations.ts'
import type { Configuration } from './config/configuration.ts'
import { implementedOperations } from './registry/operations.ts'
import { version } from './version.ts'

/** The description of a running server, for the banner, `--ready-file` and `GET /__mock`. */
export interface About {
  readonly name: 'pinterest-ads-mock'
  readonly version: string
  readonly base_url: string
  /** The base URL by HTTPS, where there is a port for it. */
  readonly https_url?: string
  readonly docs_url: string
  readonly control_url: string
  readonly environment: readonly { readonly line: string; readonly client: string }[]
  readonly operations: { readonly built: number; readonly documented: number }
  /** The data directory, or `in memory`. */
  readonly data: string
  readonly seed: string
  /** `open` where any bearer token is accepted. */
  readonly auth: 'open' | 'strict'
}

const anyToken = [
  { line: 'PINTEREST_ACCESS_TOKEN=any-text', client: 'the Python SDK' },
  { line: 'ACCESS_TOKEN=any-text', client: 'the API quickstart' },
]

/** Describes a server that is reached at an origin. */
export function aboutOf(origin: string, { seed, dataDir, auth }: Configuration): About {
  return {
    name: 'pinterest-ads-mock',
    version,
    base_url: `${origin}/v5`,
    docs_url: `${origin}/docs`,
    control_url: `${origin}/__mock`,
    environment: [
      { line: `PINTEREST_API_URI=${origin}/v5`, client: 'the Python SDK' },
      { line: `PINTEREST_API_URI=${origin}`, client: 'the API quickstart' },
      { line: `PINTEREST_OAUTH_URI=${origin}`, client: 'the API quickstart: its consent page' },
      ...(auth === 'open' ? anyToken : []),
    ],
    operations: { built: implementedOperations.size, documented: operations.length },
    data: dataDir ?? 'in memory',
    seed,
    auth,
  }
}
