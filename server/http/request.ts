import type { Operation } from '#openapi/operations.ts'
import type { Caller } from '../domain/access/tokens.ts'
import type { OperationDifferences } from '../domain/api-version/differences.ts'
import type { VersionChange } from '../domain/api-version/rehearse.ts'
import type { FeedSources } from '../domain/catalogs/feeds/feed-sources.ts'
import type { Plan } from '../domain/faults/faults.ts'
import type { Count } from '../domain/rate-limit/limiter.ts'
import type { Stub } from '../domain/stubs/stub.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { World } from '../worlds/world.ts'
import type { WorldVersion } from '../worlds/world-version.ts'
import type { CachedResponse } from './cached-response.ts'
import type { Implementation } from './implementation.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The hosts beside this machine that leads may be sent to. Set by `createFastify`. */
    readonly webhookHosts: readonly string[]
    /** Where the files of feeds may be read from. Set by `createFastify`. */
    readonly feedSources: FeedSources
    /** Brings a business's feeds up to the time, for resources that feeds are above of. Set by `createFastify`. */
    readonly processDueFeeds: (world: World, ownerId: string) => Promise<void>
  }

  /** The fields that plugins add to a request. Each names the plugin of `server/plugins/` that sets it. */
  interface FastifyRequest {
    /**
     * The world of the request, looked up once. A new world is created when its data are first read. Set by `worlds`.
     */
    readonly world: World
    /** The name of that world, available before the world is. Set by `worlds`. */
    readonly worldName: string
    /**
     * Where the client reached the server: `http://127.0.0.1:7468`; the public URL where the client sent its host. Set by
     * `worlds`.
     */
    readonly origin: string
    /** The body as text; null before it is read, and without one. Set by the parsers of `server/http/parsing/`. */
    bodyText: string | null
    /** The journal entry; null while the journal is off, absent for calls of test control. Set by `journal`. */
    entry?: JournalEntry | null
    /** The documented operation of the request; null where there is none. Set by `operations`. */
    operation: Operation | null
    /** What the version of the API that it is answered as lacks; null for the newest. Set by `api-version`. */
    older: OperationDifferences | null
    /** What the version that it is compared with differs in; null for nearly all. Set by `rehearsal`. */
    rehearsal: VersionChange | null
    /** What answers that operation; null where nothing does. Set by `operations`. */
    implementation: Implementation | null
    /** The bearer token; empty where an app authenticates itself. Set by `authentication`. */
    token: string
    /** The user or app that makes the call. Set by `authentication`. */
    caller: Caller
    /** Whether a refresh token works only once. Set by `authentication`. */
    rotatesRefreshTokens: boolean
    /**
     * How the rate limits counted the call; null where none applies, absent before they are checked. Set by
     * `rate-limit`.
     */
    count?: Count | null
    /** The faults that apply to the request; null for nearly all. Set by `request-faults`. */
    fault: Plan | null
    /** The stub that answers the request; null for nearly all. Set by `stub-match`. */
    stub: Stub | null
    /**
     * The version of the world that the response is cached under; null where it is not cached. Set by `response-cache`.
     */
    version: WorldVersion | null
    /** The cached response of an equal request. Set by `response-cache`. */
    cached: CachedResponse | null
  }
}
