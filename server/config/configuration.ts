import type { AuthSettings, RefreshMode } from '../domain/access/tokens.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import type { ApiVersion } from '../domain/api-version/versions.ts'
import type { FaultPresetName } from '../domain/faults/presets.ts'
import type { ProfileName } from '../domain/profiles/profiles.ts'
import type { Rehearsal } from '../domain/profiles/target.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'

/** A complete and valid configuration. */
export interface Configuration {
  /** The address to listen on. */
  readonly host: string
  /** The port; 0 is any free one. */
  readonly port: number
  /** The directory with one file for each world; worlds are in memory when absent. */
  readonly dataDir?: string | undefined
  /** The name of a built-in seed, a file, or a directory of files. */
  readonly seed: string
  /** `open` creates a world when a call first names it; `strict` refuses worlds that nobody has made. */
  readonly worlds: 'open' | 'strict'
  /** Whether seed files that change are read again. */
  readonly watch: boolean
  /** `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`. */
  readonly logLevel: string
  /** The largest request body, in bytes. */
  readonly bodyLimit: number
  /** The size limit of each world, in bytes. */
  readonly worldLimit: number
  /** The size limit of all worlds together, in bytes; by default 4 GiB, or an eighth of the memory. */
  readonly worldsLimit?: number | undefined
  /** Number of requests that each world records; 0 switches the journal off. */
  readonly journal: number
  /** The URL at which clients reach the server, when it is not host and port. */
  readonly publicUrl?: string | undefined
  /** Features by ad account id, or for all ad accounts as `*`. */
  readonly features: FeatureSettings
  /** Overrides of rules by id. */
  readonly rules: Readonly<Record<string, RuleOverride>>
  /** Whether test control is available under `/__mock`. */
  readonly control: boolean
  /** Further hosts and origins that may call test control. */
  readonly controlOrigins: readonly string[]
  /** The token that calls of test control have to send as `x-mock-token`. */
  readonly controlToken?: string | undefined
  /** Whether there is a console for browsers. */
  readonly console: boolean
  /** Hosts beside this machine that leads may be sent to, `*` for all. */
  readonly webhookHosts: readonly string[]
  /** The directory below which `file:` locations of feeds are read. */
  readonly feedDir: string | undefined
  /** The hosts beside this machine that feeds are read from. */
  readonly feedHosts: readonly string[]
  /** The file that the default world is exported to when the server closes. */
  readonly exportOnExit?: string | undefined
  /** Rate limits: `off`, `trial`, `standard`, or calls by rate category and window. */
  readonly limits: LimitSetting
  /** Failures that every world has, by name. */
  readonly faults: readonly FaultPresetName[]
  /** The port for HTTPS; 0 is any free one, and there is none when absent. */
  readonly httpsPort?: number | undefined
  /** Hosts beside localhost for the certificate. */
  readonly httpsHosts: readonly string[]
  /** The PEM file of a certificate; one is issued at start when absent. */
  readonly httpsCertificate?: string | undefined
  /** The PEM file of that certificate's key. */
  readonly httpsKey?: string | undefined
  /** `open` accepts any bearer token, `strict` only tokens that were issued here or declared. */
  readonly auth: AuthSettings['mode']
  /** Declared apps by client id. */
  readonly apps: AuthSettings['apps']
  /** Declared tokens by the token itself. */
  readonly tokens: AuthSettings['tokens']
  /** Whether the consent page grants access without a person. */
  readonly autoApprove: boolean
  /** Whether refresh tokens can be used repeatedly (`reuse`) or once (`rotate`). */
  readonly refresh: RefreshMode
  /** The file that the banner is written to as JSON while the server listens. */
  readonly readyFile?: string | undefined
  /** Findings of the report with which `exec` ends with 6, and `close()` of the library throws; `any` is all. */
  readonly failOn: readonly string[]
  /** `fail` makes calls that no operation answers a finding on which `exec` ends with 6. */
  readonly unmatched: 'report' | 'fail'
  /** The seconds that running requests may take to finish when the server ends. */
  readonly shutdownTime: number
  /** The version of the API that calls are answered as, unless a header names another. */
  readonly apiVersion: ApiVersion
  /** The version that calls are compared with, for the report; calls are then answered as the other unless one is set. */
  readonly rehearse: Rehearsal
  /** The place that worlds stand for: `sandbox`, `trial` or `production`; `off` for none of them. */
  readonly profile: ProfileName
  /** The file of an OpenAPI description by which operations are answered that the server does not have. */
  readonly contract?: string | undefined
  /** The directory of recordings by which operations are answered that the server does not have. */
  readonly recordings?: string | undefined
  /** The URL of another server, which gets in the background whatever is answered here. */
  readonly forward?: string | undefined
  /** Whether calls that may change something are sent on as well. */
  readonly forwardWrites: boolean
  /** Whether calls may be sent on to a host of Pinterest that serves production. */
  readonly production: boolean
  /** The directory in which the answers of that server are kept. */
  readonly record?: string | undefined
  /** Whether every response is validated against its schema. */
  readonly selfCheck: boolean
}
