import { Clock } from '#server/domain/time/clock.ts'
import type { TargetAnswer } from '../client/target-answer.ts'
import type { TargetClient } from '../client/target-client.ts'
import { TargetError } from '../client/target-error.ts'
import { answerDifferences } from './answer-differences.ts'
import { MadeEntities } from './made-entities.ts'
import type { CompareOptions, Comparison } from './options.ts'
import { callOf, type RecordedCall, RecordedHar } from './recorded-call.ts'
import { shiftedTimes } from './shifted-times.ts'
import { DifferenceTally, Tally } from './tally.ts'
import { ValueMap } from './value-map.ts'

/** A client of the target, and the reasons for which it repeated a call. */
export interface ComparedTarget {
  readonly client: TargetClient
  /** Returns the reasons since the last call. */
  readonly takeReasons: () => readonly string[]
}

/**
 * Sends the calls of an HTTP archive to a target, in their order, and returns how its answers differ from the recorded
 * ones. Ids that earlier writes made, bookmarks and times are mapped.
 *
 * @throws TargetError when a limit is not lifted in time, or the signal came; ZodError for what is no archive.
 */
export async function compareRecording(
  har: unknown,
  { client, takeReasons }: ComparedTarget,
  { writes = false, map, signal, onProgress }: CompareOptions = {},
): Promise<Comparison> {
  const { entries } = RecordedHar.parse(har).log
  const [values, made] = [new ValueMap(map), new MadeEntities()]
  const [differences, skipped, retried] = [new DifferenceTally(), new Tally(), new Tally()]
  const now = new Clock().milliseconds()
  let [compared, different] = [0, 0]
  for (const [index, entry] of entries.entries()) {
    const call = callOf(entry, index)
    if ('reason' in call || (!isRead(call) && !writes)) {
      skipped.add('reason' in call ? call.reason : 'it is a write, which --writes sends')
      continue
    }
    const { operation, id } = call
    const answer = await send(client, call, values, { now, signal })
    // A call that was held back for a limit was sent once.
    const failures = takeReasons().filter((reason) => reason !== heldBack)
    for (const reason of failures) retried.add(`${operation.id}\n${reason}`)
    const found = [...differencesOf(call, answer, values)]
    if (!('failure' in answer) && isFine(call.status) && isFine(answer.status)) {
      values.learn(call.answer.body, answer.body, !isRead(call))
      if (operation.id.endsWith('/create')) made.note(call.answer.body, answer.body)
      found.push(...made.differences(call.answer.body, answer.body))
    }
    for (const difference of found) differences.add(operation.id, id, difference)
    compared++
    if (found.length > 0) different++
    onProgress?.(index + 1, entries.length)
  }
  return {
    target: client.baseUrl,
    calls: { recorded: entries.length, compared, different },
    differences: differences.all(),
    retried: retried.all().map(([key, count]) => {
      const [operation = '', reason = ''] = key.split('\n')
      return { operation, reason, count }
    }),
    skipped: skipped.all().map(([reason, count]) => ({ reason, count })),
  }
}

const heldBack = 'the rate limit is reached'

const isRead = ({ method }: RecordedCall): boolean => method === 'GET' || method === 'HEAD'
const isFine = (status: number): boolean => status >= 200 && status < 300

/** Returns the target's answer, or the error for which there is none. */
async function send(
  client: TargetClient,
  { operation, method, path, query, headers, body, at }: RecordedCall,
  values: ValueMap,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal | undefined },
): Promise<TargetAnswer | TargetError> {
  const by = at === 0 ? 0 : now - at
  const pairs = query.map(([name, value]): [string, string] => {
    return [name, String(shiftedTimes(values.text(value), by, name))]
  })
  const search = new URLSearchParams(pairs).toString()
  const mapped = typeof body === 'string' ? body : shiftedTimes(values.apply(body), by)
  try {
    return await client.send({
      method,
      path: values.path(path) + (search === '' ? '' : `?${search}`),
      headers,
      ...(body !== undefined && { body: mapped }),
      category: operation.rate_category,
      signal,
    })
  } catch (error) {
    if (error instanceof TargetError && error.failure !== 'interrupted' && error.failure !== 'limit') return error
    throw error
  }
}

function differencesOf(
  { status, answer: recorded }: RecordedCall,
  answer: TargetAnswer | TargetError,
  values: ValueMap,
) {
  if ('failure' in answer) {
    return [{ kind: 'no-answer', at: '', mock: String(status), target: answer.message }] as const
  }
  return answerDifferences(
    { status, headers: (name) => recorded.headers[name] ?? null, body: recorded.body },
    { status: answer.status, headers: (name) => answer.headers.get(name), body: answer.body },
    (message) => values.message(message),
  )
}
