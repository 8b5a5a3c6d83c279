import { answerOf } from './api.ts'
import { startBareResource, startOurs, stop } from './child.ts'
import { factsOf, type Question, update } from './facts.ts'
import { type LoadedContestant, loadInTurns } from './load-in-turns.ts'
import type { Effort, Measured, Row } from './row.ts'
import { ownHeaders, reset } from './servers.ts'
import { resetSqlite } from './sqlite-limit.ts'
import { resetBy, withSqlite } from './sqlite-rows.ts'

const stored = 1000

/**
 * Measures what stands between ours and the store: our campaigns on bare Fastify, then with our headers too, then with a
 * record of each request.
 */
async function measure(question: Question | typeof update, effort: Effort): Promise<Measured> {
  const facts = await factsOf(stored)
  const call = facts.calls[question]
  const headers = ownHeaders(await answerOf(facts.server, call))
  const ours = await startOurs({ stored, cache: false })
  const contestants: LoadedContestant[] = [
    { name: 'ours', kind: 'ours', child: ours, call, ...resetBy(ours, call, reset) },
    await withSqlite(facts, question),
  ]
  for (const [name, settings] of [
    ['bare Fastify, our campaigns', { keepsRequests: false }],
    ['bare Fastify, our campaigns and headers', { headers, keepsRequests: false }],
    ['bare Fastify, our campaigns and headers, requests kept', { headers, keepsRequests: true }],
  ] as const) {
    const child = await startBareResource({ stored, ...settings })
    contestants.push({ name, kind: 'limit', child, call, ...resetBy(child, call, resetSqlite) })
  }
  const result = await loadInTurns(contestants, effort)
  for (const { child } of contestants) await stop(child)
  return result
}

/** What the duties of this server cost a bare one, call by call: what it would take to come nearer to the store. */
export const resourceRows: readonly Row[] = (['get 1', 'list 25', 'create 1', 'create 30', update] as const).map(
  (question) => ({
    name: `${question}, by duties`,
    unit: 'req/s',
    isLong: true,
    measure: (effort) => measure(question, effort),
  }),
)
