import { operationOf } from '#openapi/operations.ts'
import { entitiesIn } from './made.ts'
import type { ProbeAct, ProbeCall, ProbeStep } from './probe-case.ts'
import { type MadeEntity, namesIn, resolve } from './references.ts'
import { refusalsIn } from './refusals.ts'

/** A call with its references resolved, ready to be sent. */
export interface ResolvedCall {
  readonly operation: string
  readonly method: string
  /** Below `/v5`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly category: string
}

/** The answer to a played call. */
export interface PlayedAnswer {
  readonly status: number
  readonly body: unknown
}

/** What became of an act: the answer of its call, or the step of its set-up that was refused. */
export interface PlayedAct<Answer extends PlayedAnswer> {
  readonly answer: Answer
  /** The step or fixture that was refused; its answer is the act's, and the call was not sent. */
  readonly stoppedAt?: string
}

/** What a player needs to know of the server that it calls. */
export interface PlayerOptions<Answer extends PlayedAnswer> {
  readonly send: (call: ResolvedCall) => Promise<Answer>
  readonly adAccount: string
  /** Returns the Unix seconds of the server. */
  readonly now: () => number
  /** Begins every name: the prefix and the run. */
  readonly name: string
  /** The id of the Pin that ads are made of; absent where no act refers to it. */
  readonly pin?: string | undefined
  /** What several acts use and none changes, by name; made when an act first refers to it. */
  readonly fixtures: Readonly<Record<string, ProbeCall>>
}

/** Plays acts against one server: makes what they refer to, then sends their calls. */
export class CasePlayer<Answer extends PlayedAnswer> {
  readonly #options: PlayerOptions<Answer>
  readonly #fixtures = new Map<string, readonly MadeEntity[]>()
  #acts = 0

  constructor(options: PlayerOptions<Answer>) {
    this.#options = options
  }

  /** Plays one act. What its own set-up makes is known to no other. */
  async play({ setup = [], ...call }: ProbeAct): Promise<PlayedAct<Answer>> {
    const name = `${this.#options.name}-${++this.#acts}`
    const made = new Map<string, readonly MadeEntity[]>()
    for (const step of setup) {
      const refused = (await this.#makeFixtures(step, made)) ?? (await this.#make(step, name, made))
      if (refused !== undefined) return refused
    }
    return (await this.#makeFixtures(call, made)) ?? { answer: await this.#send(call, name, made) }
  }

  async #makeFixtures(
    call: ProbeCall,
    made: Map<string, readonly MadeEntity[]>,
  ): Promise<PlayedAct<Answer> | undefined> {
    for (const as of namesIn(call)) {
      const fixture = this.#options.fixtures[as]
      if (made.has(as) || fixture === undefined) continue
      if (!this.#fixtures.has(as)) {
        const name = `${this.#options.name} ${as}`
        const refused =
          (await this.#makeFixtures(fixture, this.#fixtures)) ??
          (await this.#make({ ...fixture, as }, name, this.#fixtures))
        if (refused !== undefined) return refused
      }
      made.set(as, this.#fixtures.get(as) ?? [])
    }
    return undefined
  }

  async #make(
    step: ProbeStep,
    name: string,
    made: Map<string, readonly MadeEntity[]>,
  ): Promise<PlayedAct<Answer> | undefined> {
    const answer = await this.#send(step, name, made)
    const entities = entitiesIn(answer.body)
    const madeNothing = step.operation.endsWith('/create') && entities.length === 0
    if (answer.status >= 400 || refusalsIn(answer.body).length > 0 || madeNothing) return { answer, stoppedAt: step.as }
    made.set(step.as, entities)
    return undefined
  }

  async #send(call: ProbeCall, name: string, made: ReadonlyMap<string, readonly MadeEntity[]>): Promise<Answer> {
    const { adAccount, now, pin, send } = this.#options
    const references = { adAccount, now: now(), name, pin, made }
    const { method, path, rate_category } = operationOf(call.operation)
    const params = { ad_account_id: adAccount, ...resolve(call.params ?? {}, references) }
    return send({
      operation: call.operation,
      method,
      path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name as 'ad_account_id'] ?? '')),
      query: resolve(call.query ?? {}, references),
      ...(call.body !== undefined && { body: resolve(call.body, references) }),
      category: rate_category,
    })
  }
}
