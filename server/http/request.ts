import type { Operation } from '#openapi/operations.ts'
import type { Caller } from '../domain/access/tokens.ts'
import type { Plan } from '../domain/faults/faults.ts'
import type { OperationTraits } from '../domain/operation-traits.ts'
import type { Count } from '../domain/rate-limit/limiter.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { LazyRequestFacts } from '../journal/unread-facts.ts'
import type { World, WorldVersion } from '../worlds/world.ts'
import type { LazySchema } from './validation/lazy-schema.ts'

/** A response that is kept, and what was found of the request that first got it. */
export interface CachedResponse {
  readonly text: string
  readonly findings: LazyRequestFacts | null
  /** The text as bytes, once they were needed. */
  bytes?: Buffer
}

declare module 'fastify' {
  /** What a request carries through the plugins. Each field names the plugin of `server/plugins/` that sets it. */
  interface FastifyRequest {
    /**
     * The world that the request is for, looked up once; a new world is created when its data are asked for, and no
     * sooner. Set by `worlds`.
     */
    readonly world: World
    /** The name of that world, known before the world is. Set by `worlds`. */
    readonly worldName: string
    /** Where the client has reached the server: `http://127.0.0.1:7468`. Set by `worlds`. */
    readonly origin: string
    /** The journal's entry; null while the journal is off, absent for calls of test control. Set by `journal`. */
    entry?: JournalEntry | null
    /** The documented operation that the request is for; null where there is none. Set by `operations`. */
    operation: Operation | null
    /** The bearer token; empty where an app proves itself. Set by `authentication`. */
    token: string
    /** Who makes the call. Set by `authentication`. */
    caller: Caller
    /** Whether a refresh token ends when it is used. Set by `authentication`. */
    rotatesRefreshTokens: boolean
    /** What limits made of the call; null where none counts it, absent where none could. Set by `rate-limit`. */
    count?: Count | null
    /** What is done to the request on purpose; null for nearly all. Set by `request-faults`. */
    fault: Plan | null
    /** The version of the world under which the response is kept; null where it is not. Set by `response-cache`. */
    version: WorldVersion | null
    /** The response that was kept of an equal request. Set by `response-cache`. */
    cached: CachedResponse | null
  }

  interface FastifyContextConfig {
    /** The documented operation of the route. */
    operation?: Operation
    /** What is known of that operation before it is loaded. */
    traits?: OperationTraits
    /** The schemas of a route that is loaded when it is first called. */
    late?: LazySchema
    /** Whether the CORS library looks at requests to the route. */
    cors?: false
  }
}
