import { z } from 'zod'
import { batchOf } from '../server/http/batch.ts'
import { CampaignCreate } from '../server/resources/campaigns/schema.ts'
import { textOf } from './api.ts'
import type { BareRoute } from './bare.ts'
import { type Child, stop } from './child.ts'
import type { Call } from './connection.ts'
import { type Asked, loaded } from './contest.ts'
import { factsOf, type Question } from './facts.ts'
import { bareSqlite, forget } from './limits.ts'
import type { Peer } from './peer.ts'
import type { Effort, Measured, Reach, Row } from './row.ts'
import { RunningPeer, whyNot } from './running-peer.ts'
import { bareTwin, reset } from './servers.ts'

const stored = 1000
const listUrl = '/v5/ad_accounts/:ad_account_id/campaigns'

/** What our schema says, in the keywords that ajv accepts. */
const ajvSchema = () =>
  z.toJSONSchema(batchOf(CampaignCreate), {
    target: 'draft-07',
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.example
    },
  })

type Limits = readonly { readonly name: string; readonly route: () => Omit<BareRoute, 'method' | 'answer'> }[]

const text = (url: string) => ({ name: 'bare Fastify, finished text', route: () => ({ url, from: 'text' as const }) })
const object = (url: string) => ({
  name: 'bare Fastify, JSON.stringify',
  route: () => ({ url, from: 'object' as const }),
})
const schema = (url: string) => ({
  name: 'bare Fastify, compiled serializer',
  route: () => ({ url, from: 'schema' as const }),
})
const listLimits = [schema(listUrl), object(listUrl), text(listUrl)]
const oneUrl = `${listUrl}/:campaign_id`
const createLimits = [
  {
    name: 'bare Fastify with ajv, finished text',
    route: () => ({ url: listUrl, body: ajvSchema(), from: 'text' as const }),
  },
]

/** Ours first, then what ratios are made to. */
async function ask(question: Question, limits: Limits, effort: Effort, peers: readonly Peer[]): Promise<Measured> {
  const facts = await factsOf(stored)
  const { server, calls } = facts
  const call = calls[question]
  const asked: Asked[] = [{ name: 'ours', kind: 'ours', child: server, call, ...resetBy(server, call, reset) }]
  const sqlite = await bareSqlite(facts, question)
  for (const { name, route } of limits) {
    asked.push({ name, kind: 'limit', child: await bareTwin(server, call, route()), call })
  }
  asked.push({
    name: 'bare Fastify and better-sqlite3',
    kind: 'limit',
    child: sqlite,
    call,
    ...resetBy(sqlite, call, forget),
  })
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

const row = (name: Question, reach: Reach, limits: Limits): Row => ({
  name,
  unit: 'req/s',
  reach: { ...reach, aheadOf: 'every peer' },
  measure: (effort, peers) => ask(name, limits, effort, peers),
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
  row('get 1', { ratio: 0.9 }, [text(oneUrl), object(oneUrl)]),
  row('list 25', { ratio: 1 }, listLimits),
  row('list 250', { ratio: 1 }, listLimits),
  row('create 1', { ratio: 0.8 }, createLimits),
  row('create 30', { ratio: 0.6 }, createLimits),
  batch,
]
