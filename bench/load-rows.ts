import { textOf } from './api.ts'
import { bareRoutes, type NamedRoute } from './bare-routes.ts'
import { type Child, startOurs, stop } from './child.ts'
import type { Call } from './connection.ts'
import { type Asked, loaded } from './load-in-turns.ts'
import { factsOf, type Question } from './facts.ts'
import type { Peer } from './peer.ts'
import type { Effort, Measured, Row } from './row.ts'
import { RunningPeer, whyNot } from './running-peer.ts'
import { bareTwin, reset } from './servers.ts'
import { bareSqlite, forget } from './sqlite-limit.ts'

const stored = 1000

/** Ours first, then what ratios are made to. */
async function ask(
  question: Question,
  routes: readonly NamedRoute[],
  effort: Effort,
  peers: readonly Peer[],
): Promise<Measured> {
  const facts = await factsOf(stored)
  const { server, calls } = facts
  const call = calls[question]
  const asked: Asked[] = [{ name: 'ours', kind: 'ours', child: server, call, ...resetBy(server, call, reset) }]
  const sqlite = await bareSqlite(facts, question)
  for (const { name, ...route } of routes) {
    asked.push({ name, kind: 'limit', child: await bareTwin(server, call, route), call })
  }
  asked.push({
    name: 'bare Fastify and better-sqlite3',
    kind: 'limit',
    child: sqlite,
    call,
    ...resetBy(sqlite, call, forget),
  })
  if (call.method === 'GET') {
    const forgetful = await startOurs({ stored, cache: false })
    asked.push({ name: 'ours, when it is asked for the first time', kind: 'limit', child: forgetful, call })
  }
  const own = asked.slice(1).map(({ child }) => child)
  const skipped: Record<string, string> = {}
  const running: RunningPeer[] = []
  for (const peer of peers) {
    const why = whyNot(peer)
    if (why !== undefined) skipped[peer.name] = why
    else {
      const started = await RunningPeer.start(peer, facts)
      running.push(started)
      asked.push({ name: peer.name, kind: 'peer', warmUps: peer.warmUps, ...askedOf(started, question) })
    }
  }
  const answers = await Promise.all(asked.map(async (one) => ({ ...one, bytes: await bytes(one) })))
  const result = await loaded(answers, effort, skipped)
  for (const child of own) await stop(child)
  for (const peer of running) await peer.stop()
  if (call.method === 'POST') await textOf(server, reset)
  return result
}

/** Every slice starts with the same campaigns, however many the slice before has created. */
const resetBy = (child: Child, { method }: Call, call: Call) =>
  method === 'POST' ? { before: () => textOf(child, call) } : {}

function askedOf(peer: RunningPeer, question: Question): Pick<Asked, 'child' | 'call' | 'before' | 'restarted'> {
  const { child, reset } = peer
  const call = peer.call(question)
  if (reset === undefined) return { child, call }
  if (reset !== 'restart') return { child, call, ...resetBy(child, call, reset) }
  return { child, call, ...(call.method === 'POST' && { restarted: () => peer.restart() }) }
}

const bytes = async ({ child, call }: Asked): Promise<number> => Buffer.byteLength(await textOf(child, call))

const row = (name: Question, ratio: number): Row => ({
  name,
  unit: 'req/s',
  reach: { ratio, aheadOf: 'every peer' },
  measure: (effort, peers) => ask(name, bareRoutes[name], effort, peers),
})

/** A batch must be worth it. */
const batch: Row = {
  name: 'create 30, of create 1',
  unit: 'req/s',
  reach: { ratio: 1 / 8 },
  measure: async (effort) => {
    const { server, calls } = await factsOf(stored)
    const asked = (['create 30', 'create 1'] as const).map(
      (name): Asked => ({ name, kind: 'ours', child: server, call: calls[name], before: () => textOf(server, reset) }),
    )
    return loaded(asked, effort)
  },
}

/** Throughput of calls on campaigns, of which there are 1,000. */
export const loadRows: readonly Row[] = [
  row('get 1', 0.9),
  row('list 25', 1),
  row('list 250', 1),
  row('create 1', 0.8),
  row('create 30', 0.6),
  batch,
]
