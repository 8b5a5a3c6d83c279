import type { FastifyInstance } from 'fastify'
import type { AuthSettings } from '#server/domain/access/tokens.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { type RouteSchema, schemaOf } from '#server/http/validation/route-schema.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { WorldCopy } from '#server/worlds/world-copy.ts'
import { dryRunApp } from './dry-run-app.ts'

/** A request of a dry run. */
export interface DryRunRequest {
  readonly method: string
  /** The path and query, with or without `/v5`. */
  readonly url: string
  /** The header that says who calls. */
  readonly authorization: string
  /** The body; undefined for none. */
  readonly body: unknown
}

/** What would become of a request. */
export interface DryRunResult {
  readonly violations: readonly Violation[]
  readonly passes: boolean
}

/** Answers requests to one operation in a copy of a world. Nothing that they store stays. */
export class DryRun {
  readonly #copy: WorldCopy
  readonly #operation: string
  readonly #auth: AuthSettings
  #app: FastifyInstance | undefined
  #entry: JournalEntry | undefined
  #schemaOf: (() => RouteSchema) | undefined
  /** How many requests were answered. */
  count = 0
  /** How many bytes their bodies had. */
  bytes = 0

  /** @param copy The copy of the world, which closes with the dry run. */
  constructor(copy: WorldCopy, operation: string, auth: AuthSettings) {
    this.#copy = copy
    this.#operation = operation
    this.#auth = auth
  }

  /** The schemas of the operation; empty before the first request. */
  get schema(): RouteSchema {
    return this.#schemaOf?.() ?? {}
  }

  /** Answers a request, and takes back what it has stored. */
  async run({ method, url, authorization, body }: DryRunRequest): Promise<DryRunResult> {
    this.count++
    this.#app ??= await this.#build()
    const app = this.#app
    const payload = body === undefined ? undefined : JSON.stringify(body)
    this.bytes += payload?.length ?? 0
    return this.#copy.attempt(async () => {
      this.#entry = undefined
      const { statusCode } = await app.inject({
        method: method as 'GET',
        url,
        headers: { authorization, ...(payload !== undefined && { 'content-type': 'application/json' }) },
        ...(payload !== undefined && { payload }),
      })
      const { violations = [] } = (this.#entry as JournalEntry | undefined) ?? {}
      return { violations, passes: statusCode < 400 && violations.length === 0 }
    })
  }

  /** Closes the application and the copy of the world. */
  async close(): Promise<void> {
    await this.#app?.close()
    this.#copy.close()
  }

  #build(): Promise<FastifyInstance> {
    return dryRunApp({
      world: this.#copy.world,
      operation: this.#operation,
      auth: this.#auth,
      onRequest: (request, entry) => {
        this.#entry = entry
        this.#schemaOf ??= () => schemaOf(request)
      },
    })
  }
}
