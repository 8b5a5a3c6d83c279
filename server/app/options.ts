import type { FastifyPluginCallback } from 'fastify'
import type { ControlOptions } from '../control/context.ts'
import type { GuardOptions } from '../control/protocol/guard.ts'
import type { AuthSettings } from '../domain/access/tokens.ts'
import type { FeedSources } from '../domain/catalogs/feeds/feed-sources.ts'
import type { Fallbacks } from '../http/implementation.ts'
import type { LazyOperations } from '../plugins/lazy-operations.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'

/** The options of `buildApp`. */
export interface AppOptions {
  /** The worlds, with their rules and limits. */
  readonly worlds: WorldRegistry
  /** The settings of authentication; any bearer token is accepted when absent. */
  readonly auth?: AuthSettings | undefined
  /** The largest body in bytes; 1 MiB when absent. */
  readonly bodyLimit?: number | undefined
  readonly logLevel?: string | undefined
  /** Whether every response is validated against its schema before it is sent. */
  readonly selfCheck?: boolean | undefined
  /** Whether repeated reads are answered from the cache; true when absent. Benchmarks switch it off. */
  readonly cache?: boolean | undefined
  /** The URL at which clients reach the server, for the OpenAPI document and whoever asks its host. */
  readonly publicUrl?: string | undefined
  /** The hosts beside this machine that leads may be sent to; none when absent. */
  readonly webhookHosts?: readonly string[] | undefined
  /** Where the files of feeds may be read from. */
  readonly feedSources?: FeedSources | undefined
  /** Whether there is a console; there is none without test control. */
  readonly console?: boolean | undefined
  /** The certificate of the authority that signed this server's, as PEM, for clients to download. */
  readonly authority?: string | undefined
  /** The description of the server for `GET /__mock`. */
  readonly about?: ControlOptions['about'] | undefined
  /** The operations that are answered; those of all resources when absent. The others are not implemented. */
  readonly resources?: readonly LazyOperations[] | undefined
  /** What answers operations that this server does not have; nothing when absent. */
  readonly fallbacks?: Fallbacks | undefined
  /** Sends on what is answered to another server; nothing does when absent. */
  readonly forward?: FastifyPluginCallback | undefined
  /** Whether reports have calls that no operation answers as a finding (`fail`). */
  readonly unmatched?: ControlOptions['unmatched']
  /** Milliseconds that running requests may take to finish when the server closes; 3,000 when absent. */
  readonly patience?: number | undefined
  /** Called after the last response, while the worlds are still open. */
  readonly beforeClose?: (() => void) | undefined
  /** Restrictions on calls of test control; `off` leaves it out. */
  readonly control?: GuardOptions | 'off' | undefined
}
