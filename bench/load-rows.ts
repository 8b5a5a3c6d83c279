import { textOf } from './api.ts'
import { bareRoutes, type NamedRoute } from './bare-routes.ts'
import { startOurs, stop } from './child.ts'
import { factsOf, type Question } from './facts.ts'
import { type LoadedContestant, loadInTurns } from './load-in-turns.ts'
import type { Peer } from './peer.ts'
import type { Effort, Measured, Reach, Row } from './row.ts'
import { RunningPeer, reasonUnavailable } from './running-peer.ts'
import { bareTwin, reset } from './servers.ts'
import { fileRow, firstTime, resetBy, updateRow, withSqlite } from './sqlite-rows.ts'

const stored = 1000

/** Measures a question: ours first, then the contestants that ratios refer to. */
async function ask(
  question: Question,
  routes: readonly NamedRoute[],
  effort: Effort,
  peers: readonly Peer[],
): Promise<Measured> {
  const facts = await factsOf(stored)
  const { server, calls } = facts
  const call = calls[question]
  const contestants: LoadedContestant[] = [
    { name: 'ours', kind: 'ours', child: server, call, ...resetBy(server, call, reset) },
  ]
  const stores = call.method === 'POST'
  const sqlite: LoadedContestant = await withSqlite(facts, question)
  // Ratios are to the second: who stores is compared with who stores.
  if (stores) contestants.push(sqlite)
  for (const { name, ...route } of routes) {
    contestants.push({ name, kind: 'limit', child: await bareTwin(server, call, route), call })
  }
  if (!stores) contestants.push(sqlite)
  if (call.method === 'GET') {
    const uncached = await startOurs({ stored, cache: false })
    contestants.push({ name: 'ours, when it is asked for the first time', kind: 'limit', child: uncached, call })
  }
  const own = contestants.slice(1).map(({ child }) => child)
  const skipped: Record<string, string> = {}
  const running: RunningPeer[] = []
  for (const peer of peers) {
    const why = reasonUnavailable(peer)
    if (why !== undefined) skipped[peer.name] = why
    else {
      const started = await RunningPeer.start(peer, facts)
      running.push(started)
      contestants.push({ name: peer.name, kind: 'peer', warmUps: peer.warmUps, ...connectionTo(started, question) })
    }
  }
  const answers = await Promise.all(contestants.map(async (one) => ({ ...one, bytes: await bytes(one) })))
  const result = await loadInTurns(answers, effort, skipped)
  for (const child of own) await stop(child)
  for (const peer of running) await peer.stop()
  if (call.method === 'POST') await textOf(server, reset)
  return result
}

function connectionTo(
  peer: RunningPeer,
  question: Question,
): Pick<LoadedContestant, 'child' | 'call' | 'before' | 'restart'> {
  const { child, reset } = peer
  const call = peer.call(question)
  if (reset === undefined) return { child, call }
  if (reset !== 'restart') return { child, call, ...resetBy(child, call, reset) }
  return { child, call, ...(call.method === 'POST' && { restart: () => peer.restart() }) }
}

const bytes = async ({ child, call }: LoadedContestant): Promise<number> => Buffer.byteLength(await textOf(child, call))

const row = (name: Question, ratio: number, aheadOf: Reach['aheadOf'] = 'every peer'): Row => ({
  name,
  unit: 'req/s',
  reach: { ratio, aheadOf },
  measure: (effort, peers) => ask(name, bareRoutes[name], effort, peers),
})

/** The ratio that makes a batch worthwhile. */
const batch: Row = {
  name: 'create 30, of create 1',
  unit: 'req/s',
  reach: { ratio: 1 / 8 },
  measure: async (effort) => {
    const { server, calls } = await factsOf(stored)
    const contestants = (['create 30', 'create 1'] as const).map(
      (name): LoadedContestant => ({
        name,
        kind: 'ours',
        child: server,
        call: calls[name],
        before: () => textOf(server, reset),
      }),
    )
    return loadInTurns(contestants, effort)
  },
}

/** The throughput of calls on campaigns, of which there are 1,000. */
export const loadRows: readonly Row[] = [
  row('get 1', 0.8),
  firstTime('get 1'),
  row('list 25', 1),
  firstTime('list 25'),
  row('list 250', 1),
  row('create 1', 0.65, ['Express with a Map']),
  row('create 30', 0.7, ['Express with a Map']),
  batch,
  updateRow,
  fileRow,
]
