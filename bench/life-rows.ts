import { existsSync } from 'node:fs'
import { campaignsPath, get, pageOf, textOf } from './api.ts'
import { startProgram, stop } from './child.ts'
import { bytesOf, type Call, Connection } from './connection.ts'
import { Load } from './load.ts'
import { inPairs, type Pair } from './pairs.ts'
import type { Effort, Row } from './row.ts'
import { bareTwin, ours, reset } from './servers.ts'

const firstCall = get('/v5/ad_accounts')

/** The built server as `npm start` starts it, and its bare counterpart. */
export const programs = {
  ours: ['../server/start.js', ['--port', '0']],
  bare: ['bare-start.js', []],
} as const

/** Starts the program and calls it once. */
export async function started([file, args]: readonly [string, readonly string[]]) {
  if (!existsSync(new URL('../build', import.meta.url))) throw new Error('There is no build. Run: npm run build')
  const child = await startProgram(file, args)
  const connection = await Connection.open(child.port)
  await connection.call(bytesOf(firstCall))
  connection.close()
  return child
}

async function timeToFirstAnswer(program: readonly [string, readonly string[]]): Promise<number> {
  const begin = performance.now()
  const child = await started(program)
  const milliseconds = performance.now() - begin
  await stop(child)
  return milliseconds
}

async function start({ starts }: Effort): Promise<readonly Pair[]> {
  for (const program of [programs.ours, programs.bare]) await timeToFirstAnswer(program)
  return inPairs(
    starts,
    () => timeToFirstAnswer(programs.ours),
    () => timeToFirstAnswer(programs.bare),
  )
}

interface Sequence {
  readonly campaigns?: number
  /** What is called once before. */
  readonly before?: Call
  /** How many calls a slice has. */
  readonly length: number
  readonly call: (campaigns: string, id: string, world: string) => Call
  readonly url: string
}

async function latency(
  { campaigns, before, length, call, url }: Sequence,
  { rounds }: Effort,
): Promise<readonly Pair[]> {
  const server = await ours(campaigns)
  if (before !== undefined) await textOf(server, before)
  const path = await campaignsPath(server)
  const id = (await pageOf(server, path)).items[0]?.id ?? ''
  let world = 0
  const next = (): Call[] => Array.from({ length }, () => call(path, id, `bench-${process.pid}-${world++}`))
  const same = call(path, id, 'default')
  const { bare } = await bareTwin(server, same, { url, fromObject: false })
  const [ourLoad, bareLoad] = await Promise.all([Load.on(server, 1), Load.on(bare, 1)])
  const ourLatency = () => ourLoad.latency(next())
  const bareLatency = () => bareLoad.latency(Array(length).fill(same))
  await inPairs(2, ourLatency, bareLatency)
  const pairs = await inPairs(rounds, ourLatency, bareLatency)
  ourLoad.close()
  bareLoad.close()
  await stop(bare)
  return pairs
}

const newWorld: Sequence = {
  length: 10,
  call: (campaigns, id, world) => get(`/w/${world}${campaigns}/${id}`),
  url: '/w/:world/v5/ad_accounts/:ad_account_id/campaigns/:campaign_id',
}

/** Makes another world a copy of the default one as it is now. */
const fork: Call = { method: 'POST', path: '/w/forked/__mock/reset', body: '{"from":{"world":"default"}}' }
const snapshot: Call = { method: 'PUT', path: '/__mock/snapshots/bench' }
const restore: Call = { method: 'POST', path: '/w/restored/__mock/snapshots/bench/restore' }
const large = 100_000

function restored(name: string, campaigns: number | string, call: Call, before?: Call): Row {
  const told = typeof campaigns === 'number' ? `${campaigns.toLocaleString('en')} campaigns` : campaigns
  const sequence = {
    ...(typeof campaigns === 'number' && { campaigns }),
    ...(before !== undefined && { before }),
    length: campaigns === large ? 1 : 20,
    call: () => call,
    url: call.path,
  }
  return { name: `${name}, ${told}`, unit: 'ms', against, measure: (effort) => latency(sequence, effort) }
}

const against = 'bare Fastify, finished text'

/** How long it takes until something can be tested: starts, new worlds, resets. */
export const lifeRows: readonly Row[] = [
  { name: 'start to first answer', unit: 'ms', against: 'bare Fastify', measure: start },
  { name: "a new world's first call", unit: 'ms', against, measure: (effort) => latency(newWorld, effort) },
  ...['small seed', 1000, 100_000].map((campaigns) => restored('reset', campaigns, reset)),
  ...['small seed', 1000, 100_000].map((campaigns) => restored('fork', campaigns, fork)),
  ...['small seed', 100_000].map((campaigns) => restored('restore a snapshot', campaigns, restore, snapshot)),
]
