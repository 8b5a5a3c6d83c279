import type { LazyRequestFacts } from '../journal/request-facts.ts'
import type { WorldVersion } from '../worlds/world-version.ts'

/** A cached response, and the facts of the request that first got it. */
export interface CachedResponse {
  /** The version of the world that it is the response of. */
  readonly version: WorldVersion
  readonly text: string
  readonly findings: LazyRequestFacts | null
  /** The text as bytes, set once they were needed. */
  bytes?: Buffer
}
