import t from 'tap'
import { expensiveCalls, MeasuredServers } from '#bench/expensive/expensive-calls.ts'
import { type Cost, type MeasuredServer, shareOfBudget } from '#bench/expensive/measured-server.ts'
import { mock } from '#test/support/mock.ts'
import { Growth } from './cost/growth.ts'
import { documentsOf } from './documents.ts'
import { Random } from './random.ts'
import { type FuzzRequest, isPatient, Requests } from './requests.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 600)
const seed = Number(process.env.FUZZ_SEED ?? 7)

/** Of how many operations the request that has cost most of what it may is grown further. */
const grownOperations = 40
/** What is in use more than before, in bytes, when all has been asked: what the journal and remembered answers may hold. */
const mostKept = 160 * 2 ** 20

t.setTimeout(0)

const servers = new MeasuredServers()
t.teardown(() => servers.stop())

/**
 * What something costs as a share of what it may, on a quiet machine of the usual class. What seems too much is measured
 * again, and the machine with it: the least counts, since whatever else runs can only add to it.
 */
async function measured(server: MeasuredServer, cost: () => Promise<Cost>, first = cost): Promise<number> {
  let least = shareOfBudget(await first())
  for (let time = 0; least > 1 && time < 4; time++) {
    const slowness = await server.calibrate()
    least = Math.min(least, shareOfBudget(await cost()) / slowness)
  }
  return least
}

for (const call of expensiveCalls) {
  t.test(`${call.name} costs no more than it may`, async (t) => {
    const server = await servers.for(call.settings)
    const share = await measured(server, () => servers.costOf(call))
    t.comment(`${Math.round(share * 100)} % of what it may`)
    t.ok(share <= 1, `${share} of what it may`)
  })
}

t.test(`of ${runs} requests that are grown from what costs most, none costs more than it may`, async (t) => {
  const server = await servers.for()
  const described = await mock(t, { seed: 'small' })
  const requests = new Requests(await documentsOf(described), seed)
  const random = new Random(seed)
  const growth = new Growth(random)
  const byOperation = new Map<string, { readonly share: number; readonly request: FuzzRequest }>()
  const dearest = () => [...byOperation.values()].sort((one, other) => other.share - one.share)
  await server.json('DELETE', '/__mock/worlds')
  await server.json('DELETE', '/__mock/requests')
  const before = await server.memory()
  const tooDear: string[] = []

  for (let number = 0; number < runs && tooDear.length < 5; number++) {
    const parent = number % 3 === 0 ? undefined : random.of(dearest().slice(0, grownOperations)).request
    const request = parent === undefined ? requests.next() : growth.grown(parent)
    if (isPatient(request) || /hang|latency|dribble/.test(toldOf(request))) continue
    const send = () => sent(server, request)
    const share = await measured(
      server,
      () => server.costOf(send),
      () => server.roughCostOf(send),
    )
    if (share > 1) tooDear.push(`${share.toFixed(2)} of what it may: call ${number}: ${toldOf(request).slice(0, 1000)}`)
    const { operation } = request
    if (share > (byOperation.get(operation)?.share ?? 0)) byOperation.set(operation, { share, request })
    if (number % 100 === 99) await server.json('DELETE', '/__mock/faults')
  }

  for (const { share, request } of dearest().slice(0, 5)) {
    t.comment(`${Math.round(share * 100)} % of what it may: ${toldOf(request).slice(0, 200)}`)
  }
  t.same(tooDear, [])
  await server.json('DELETE', '/__mock/worlds')
  await server.json('DELETE', '/__mock/requests')
  const more = (await server.memory()) - before
  t.comment(`${Math.round(more / 2 ** 20)} MiB more in use than before`)
  t.ok(more < mostKept, `${more} bytes more are in use than before`)
})

const toldOf = (request: FuzzRequest | undefined): string => JSON.stringify(request) ?? ''

/** Sends a request as it is; one that HTTP itself refuses to send, or that the server ends, is a cheap one. */
async function sent(server: MeasuredServer, { method, url, headers, payload }: FuzzRequest): Promise<void> {
  const body = payload === undefined || payload.length === 0 ? undefined : payload
  try {
    await server.call({ method, path: encodeURI(decodeURISafely(url)), headers, ...(body !== undefined && { body }) })
  } catch {
    // A fault that was added before, or a header that is none.
  }
}

function decodeURISafely(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url.replaceAll('%', '%25')
  }
}
