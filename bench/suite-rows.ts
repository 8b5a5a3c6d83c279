import { seededImage } from '../server/seeds/image.ts'
import { textOf } from './api.ts'
import { type Child, startBareSuite, startOurs, stop } from './child.ts'
import { bytesOf, type Call, Connection } from './connection.ts'
import { items } from './facts.ts'
import { ofStep, type Peer } from './peer.ts'
import { meter } from './processor-time.ts'
import { measureInTurns, type Running } from './rounds.ts'
import type { Effort, Measured, Reach, Row } from './row.ts'
import { peerSuites } from './suite-peers.ts'

/** A call of the suite, on a path below the ad account. */
interface Step {
  readonly name: string
  readonly call: Call
}

const account = '/v5/ad_accounts/549755885262'
const post = (path: string, body: unknown): Call => ({
  method: 'POST',
  path: account + path,
  body: JSON.stringify(body),
})
const patch = (body: unknown): Call => ({ method: 'PATCH', path: `${account}/campaigns`, body: JSON.stringify(body) })
const read = (path: string): Call => ({ method: 'GET', path: account + path })

/** What a test suite does in a world of its own, around a campaign of this id. */
const stepsAround = (id: string, label: string): readonly Step[] => [
  { name: 'create 1', call: post('/campaigns', items(1)) },
  { name: 'get 1', call: read(`/campaigns/${id}`) },
  { name: 'create 2', call: post('/campaigns', items(2)) },
  { name: 'list 1', call: read('/campaigns?page_size=25') },
  { name: 'create 3', call: post('/campaigns', items(3)) },
  { name: 'get 2', call: read(`/campaigns/${id}`) },
  { name: 'update 1', call: patch([{ id, name: 'Changed' }]) },
  { name: 'get 3', call: read(`/campaigns/${id}`) },
  { name: 'update 2', call: patch([{ id, daily_spend_cap: 20_000_000 }]) },
  { name: 'list 2', call: read('/campaigns?page_size=25') },
  {
    name: 'refused',
    call: post('/campaigns', [{ ...items(1)[0], name: 'Refused', lifetime_spend_cap: 1, daily_spend_cap: 1 }]),
  },
  { name: 'label', call: post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Suite' }] }) },
  { name: 'apply', call: post(`/labels/${label}/apply`, { entity_ids: [id] }) },
  { name: 'archive', call: patch([{ id, status: 'ARCHIVED' }]) },
]

const reset = (world: string): Call => ({ method: 'POST', path: `${world}/__mock/reset` })
const inWorld = ({ path, ...call }: Call, world: string): Call => ({ ...call, path: world + path })
/** Runs suites one after the other, and returns how many a second of processor time is enough for. */
async function suites(child: Child, count: number, callsOf: () => readonly Call[]): Promise<number> {
  const sent = Array.from({ length: count }, () => callsOf().map(bytesOf))
  const connection = await Connection.open(child.port)
  const used = await meter(child)
  for (const requests of sent) for (const request of requests) await connection.call(request)
  const seconds = await used()
  connection.close()
  return count / seconds
}

async function measure({ rounds }: Effort, peers: readonly Peer[]): Promise<Measured> {
  const ours = await startOurs({ stored: 'small' })
  const { id, label, answers } = await answersOf(ours)
  const bare = await startBareSuite({ image: seededImage('small').toString('base64'), answers })
  const steps = stepsAround(id, label)
  let worlds = 0
  const inNewWorld = (): readonly Call[] => {
    const world = `/w/suite-${worlds++}`
    return [...steps.map(({ call }) => inWorld(call, world)), reset(world)]
  }
  const again: readonly Call[] = [
    { method: 'POST', path: '/world' },
    ...steps.map(({ name, call }) => ofStep(call, name)),
    { method: 'POST', path: '/reset' },
  ]
  const count = rounds > 3 ? 20 : 3
  const others = await peerSuites(peers, {
    account,
    steps: steps.map((step) => ({ ...step, answer: answers[step.name] ?? '' })),
  })
  const running: Running[] = [
    { name: 'ours', kind: 'ours', figure: () => suites(ours, count, inNewWorld) },
    { name: 'bare Fastify and better-sqlite3', kind: 'limit', figure: () => suites(bare, count, () => again) },
    ...others.running.map(({ name, open, calls }) => ({
      name,
      kind: 'peer' as const,
      figure: async () => suites(await open(), count, () => calls),
    })),
  ]
  for (const { open, calls, warmUps } of others.running) await suites(await open(), count * warmUps, () => calls)
  await measureInTurns(2, running)
  const result = await measureInTurns(rounds, running, others.skipped)
  for (const child of [ours, bare]) await stop(child)
  for (const { close } of others.running) await close()
  return result
}

/** Runs the suite once, and returns our answers, with the ids that it creates: in a new world they are the same. */
async function answersOf(ours: Child) {
  const world = '/w/suite-first'
  const created = await textOf(ours, inWorld(stepsAround('', '')[0]?.call as Call, world))
  const id: string = JSON.parse(created).items[0].data.id
  const labelled = await textOf(
    ours,
    inWorld(post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Suite' }] }), world),
  )
  const label: string = JSON.parse(labelled).labels[0].id
  await textOf(ours, reset(world))
  const answers: Record<string, string> = {}
  for (const { name, call } of stepsAround(id, label)) answers[name] = await textOf(ours, inWorld(call, world))
  answers.reset = await textOf(ours, reset(world))
  return { id, label, answers }
}

const reach: Reach = { ratio: 0.6, aheadOf: ['WireMock'], times: { 'Mockoon CLI': 3, 'json-server': 3 } }

/** What a test suite waits for: a new world, calls of every kind between them, and a reset. */
export const suiteRows: readonly Row[] = [{ name: 'a suite', unit: 'req/s', reach, measure }]
