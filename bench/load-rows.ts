import { z } from 'zod'
import { batchOf } from '../server/http/batch.ts'
import { CampaignCreate } from '../server/resources/campaigns/schema.ts'
import { campaignsPath, get, pageOf, textOf } from './api.ts'
import type { BareRoute } from './bare.ts'
import { stop } from './child.ts'
import type { Call } from './connection.ts'
import { item } from './image.ts'
import { Load } from './load.ts'
import { inPairs, type Pair } from './pairs.ts'
import type { Effort, Row } from './row.ts'
import { bareTwin, ours, reset } from './servers.ts'

const stored = 1000
const warmUp = 4
const listUrl = '/v5/ad_accounts/:ad_account_id/campaigns'

interface LoadRow {
  readonly call: (campaigns: string, firstId: string) => Call
  readonly route: Omit<BareRoute, 'method' | 'answer'>
  /** Every slice starts from the same world, however many the slice before has created. */
  readonly resets?: boolean
}

async function load({ call, route, resets = false }: LoadRow, { rounds, slice }: Effort): Promise<readonly Pair[]> {
  const server = await ours(stored)
  const campaigns = await campaignsPath(server)
  const [first] = (await pageOf(server, campaigns)).items
  const asked = call(campaigns, first?.id ?? '')
  const { bare } = await bareTwin(server, asked, route)
  const [ourLoad, bareLoad] = await Promise.all([Load.on(server), Load.on(bare)])
  const ourRate = async (milliseconds: number): Promise<number> => {
    if (resets) await textOf(server, reset)
    return ourLoad.rate(asked, milliseconds)
  }
  await ourRate(slice * warmUp)
  await bareLoad.rate(asked, slice * warmUp)
  const pairs = await inPairs(
    rounds,
    () => ourRate(slice),
    () => bareLoad.rate(asked, slice),
  )
  ourLoad.close()
  bareLoad.close()
  await stop(bare)
  if (resets) await textOf(server, reset)
  return pairs
}

const reads = [
  { name: 'get 1', url: `${listUrl}/:campaign_id`, call: (campaigns: string, id: string) => get(`${campaigns}/${id}`) },
  { name: 'list 25', url: listUrl, call: (campaigns: string) => get(campaigns) },
  { name: 'list 250', url: listUrl, call: (campaigns: string) => get(`${campaigns}?page_size=250`) },
]
const peers = [
  { against: 'bare Fastify, finished text', fromObject: false },
  { against: 'bare Fastify, from an object', fromObject: true },
]

const readRows: readonly Row[] = reads.flatMap(({ name, url, call }) =>
  peers.map(({ against, fromObject }) => ({
    name,
    unit: 'req/s' as const,
    against,
    measure: (effort) => load({ call, route: { url, fromObject } }, effort),
  })),
)

/** What our schema says, in the keywords that ajv accepts. */
const ajvSchema = () =>
  z.toJSONSchema(batchOf(CampaignCreate), {
    target: 'draft-07',
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.example
    },
  })

const createRows: readonly Row[] = [1, 30].map((count) => ({
  name: `create ${count}`,
  unit: 'req/s',
  against: 'bare Fastify with ajv, finished text',
  measure: (effort) => {
    const body = JSON.stringify(Array.from({ length: count }, (_, index) => item(index + 1)))
    const call = (path: string): Call => ({ method: 'POST', path, body })
    return load({ call, route: { url: listUrl, body: ajvSchema(), fromObject: false }, resets: true }, effort)
  },
}))

/** Throughput of calls on campaigns. */
export const loadRows: readonly Row[] = [...readRows, ...createRows]
