import { machineMilliseconds } from '#server/domain/time/clock.ts'
import { truncatedText } from '#server/domain/truncate.ts'
import { type Comparison, type FoundDifference, pending } from '#server/journal/comparison.ts'
import { jsonOrText } from '../client/json-or-text.ts'
import type { TargetAnswer } from '../client/target-answer.ts'
import type { TargetCall } from '../client/target-call.ts'
import type { TargetClient } from '../client/target-client.ts'
import { TargetError } from '../client/target-error.ts'
import { answerDifferences } from '../compare/answer-differences.ts'
import { shiftedTimes } from '../compare/shifted-times.ts'
import { ValueMap } from '../compare/value-map.ts'
import type { Recorder } from '../recordings/recorder.ts'
import { CallQueue, type QueueBounds } from './call-queue.ts'
import { type ForwardedCall, isWrite } from './forwarded-call.ts'

/** The most differences that are kept of a call, and the most characters of each part. */
const [mostDifferences, mostCharacters] = [50, 300]

/** The most worlds whose ids are known, and the most ids and bookmarks of each. */
const [mostWorlds, mostValues] = [100, 100_000]

/** What a forwarder needs. */
export interface ForwarderOptions {
  readonly client: Pick<TargetClient, 'send' | 'hide'>
  /** Whether calls that may change something are sent on. */
  readonly writes: boolean
  /** Keeps the answers; nothing does when absent. */
  readonly recorder?: Pick<Recorder, 'keep'> | undefined
  readonly bounds?: QueueBounds
}

/**
 * Asks another server what this one has answered, in the background, one call after the other, and notes how it
 * answers otherwise. Ids that the other server makes are used for those that this one made, in each world.
 */
export class Forwarder {
  readonly #options: ForwarderOptions
  readonly #queue: CallQueue<ForwardedCall>
  readonly #ids = new Map<string, ValueMap>()
  readonly #abort = new AbortController()

  constructor(options: ForwarderOptions) {
    this.#options = options
    const bounds = options.bounds ?? { calls: 1000, characters: 2 ** 24 }
    this.#queue = new CallQueue((call) => this.#ask(call), bounds)
  }

  /** Takes a call that was answered. It is sent on later, unless there is no room. */
  offer(call: ForwardedCall): void {
    if (isWrite(call) && !this.#options.writes) return
    const weight = (call.body?.length ?? 0) + (call.answer?.length ?? 0)
    const isTaken = this.#queue.offer(call, weight)
    if (call.entry) call.entry.comparison = isTaken ? pending : dropped('Too many calls are waiting.')
  }

  /** Resolves when every call that was taken is compared. */
  idle(): Promise<void> {
    return this.#queue.idle()
  }

  /** Takes no more calls, and gives up what still waits. */
  close(): void {
    for (const { entry } of this.#queue.close()) entry?.compared(dropped('The server ended.'))
    this.#abort.abort()
  }

  async #ask(call: ForwardedCall): Promise<void> {
    const { client, recorder } = this.#options
    const ids = this.#idsOf(call.world)
    try {
      const answer = await client.send({ ...this.#sent(call, ids), signal: this.#abort.signal })
      const mock = jsonOrText(call.answer)
      const { body } = answer
      const differences = differencesOf(call, mock, answer, ids)
      if (isFine(call.status) && isFine(answer.status)) ids.learn(mock, body, isWrite(call))
      call.entry?.compared({
        state: differences.length > 0 ? 'differs' : 'same',
        status: answer.status,
        differences,
        reason: null,
      })
      await recorder?.keep(call, answer)
    } catch (error) {
      const reason = error instanceof TargetError ? error.message : 'The answer could not be compared.'
      call.entry?.compared({
        state: 'failed',
        status: null,
        differences: [],
        reason: truncatedText(client.hide(reason), mostCharacters),
      })
    }
  }

  /** Returns a call with the ids of the other server, and with times that are as far from now as for this one. */
  #sent({ method, path, query, body, category, at }: ForwardedCall, ids: ValueMap): TargetCall {
    const by = machineMilliseconds() - at
    const pairs = [...new URLSearchParams(query)].map(([name, value]): [string, string] => {
      return [name, String(shiftedTimes(ids.text(value), by, name))]
    })
    const text = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
    const sent = jsonOrText(body)
    const mapped = shiftedTimes(ids.apply(sent), by)
    return { method, path: ids.path(path) + text, category, ...(sent !== undefined && { body: mapped }) }
  }

  /** Returns what the ids of a world are on the other server; those of worlds that were not called for long are lost. */
  #idsOf(world: string): ValueMap {
    const known = this.#ids.get(world)
    const ids = known === undefined || known.size > mostValues ? new ValueMap() : known
    this.#ids.delete(world)
    this.#ids.set(world, ids)
    const [oldest] = this.#ids.keys()
    if (this.#ids.size > mostWorlds && oldest !== undefined) this.#ids.delete(oldest)
    return ids
  }
}

function differencesOf(
  { status, headers }: ForwardedCall,
  mock: unknown,
  { status: answered, headers: others, body }: TargetAnswer,
  ids: ValueMap,
): readonly FoundDifference[] {
  const found = answerDifferences(
    { status, headers: (name) => (headers[name] === undefined ? null : String(headers[name])), body: mock },
    { status: answered, headers: (name) => others.get(name), body },
    (message) => ids.message(message),
  )
  return found.slice(0, mostDifferences).map(({ kind, at, mock: one, target }) => ({
    kind,
    at: truncatedText(at, mostCharacters),
    mock: one && truncatedText(one, mostCharacters),
    target: target && truncatedText(target, mostCharacters),
  }))
}

const isFine = (status: number): boolean => status >= 200 && status < 300

const dropped = (reason: string): Comparison => ({ state: 'dropped', status: null, differences: [], reason })
