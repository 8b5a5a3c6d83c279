import t from 'tap'
import { exportState } from '#db/export.ts'
import { ask, portOf } from '#test/plugins/wire.ts'
import { mock } from '#test/support/mock.ts'
import { documentsOf } from './documents.ts'
import { Random } from './random.ts'
import { type FuzzRequest, isPatient, Requests } from './requests.ts'
import { brokenIn } from './store.ts'
import { runConnection } from './wire/connection.ts'
import { errorsOnConnection } from './wire/connection-errors.ts'
import { planned } from './wire/plan.ts'
import { ReceivedRequests } from './wire/received-requests.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 1000)
const seed = Number(process.env.FUZZ_SEED ?? 7)
/** When it ends, in minutes, though fewer connections were made. */
const minutes = Number(process.env.FUZZ_MINUTES ?? Number.POSITIVE_INFINITY)

t.setTimeout(0)

t.test(
  `no bytes on ${runs} connections are answered wrongly, or change what they were refused to change`,
  async (t) => {
    const server = await mock(t, { seed: 'small', mostWorlds: 20, mostOpen: 5, journal: 50 })
    const { app, worlds } = server
    const requests = new Requests(await documentsOf(server), seed)
    const random = new Random(seed)
    const port = await portOf(server)
    const received = new ReceivedRequests(app.server)
    const stateNow = () => JSON.stringify(exportState(worlds.world('default').db).tables)
    const wrong: string[] = []
    const statuses = new Map<number, number>()
    // Whether a client has gone whose requests the server may still be busy with.
    let isLeft = false

    const until = performance.now() + minutes * 60_000
    let number = 0
    for (; number < runs && wrong.length < 10 && performance.now() < until; number++) {
      const plan = planned(
        Array.from({ length: random.of([1, 1, 2, 3, 6]) }, () => nextOf(requests)),
        random,
      )
      const before = number % 7 === 0 && !isLeft ? stateNow() : undefined
      isLeft = plan.end === 'gone' || plan.end === 'reset'
      const result = await runConnection(port, plan, received)
      const { answers, methods } = result
      const sent = `connection ${number} (${plan.end}, ${plan.whole} of ${plan.started} whole): ${excerpt(plan.bytes)}`
      const responses = answers.map(({ statusCode, body }) => `${statusCode} ${body.slice(0, 200)}`).join(' | ')
      wrong.push(...errorsOnConnection(plan, result).map((what) => `${what}: ${sent} => ${responses}`))
      for (const { statusCode, body } of answers) {
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
        requests.learn(body)
      }
      const isRefused =
        !isLeft && answers.length >= methods.length && answers.every(({ statusCode }) => statusCode >= 400)
      if (before !== undefined && isRefused && stateNow() !== before) wrong.push(`refused, and stored: ${sent}`)
      if (number % 500 === 499) {
        wrong.push(...(await brokenIn(server)))
        await app.inject({ method: 'POST', url: '/__mock/reset' })
      }
    }

    for (const what of wrong) t.fail(what)
    t.same(await brokenIn(server), [], 'what is stored is whole')
    t.equal((await ask(server, '/v5/ad_accounts')).status, 200, 'a client that comes afterwards is answered')
    t.equal(Reflect.get({}, 'polluted'), undefined, 'no prototype has been reached')
    const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`)
    t.comment(`${number} connections; answers by status: ${counts.join(', ')}`)
  },
)

/** The next request that neither waits nor makes later ones fail. */
function nextOf(requests: Requests): FuzzRequest {
  for (;;) {
    const request = requests.next()
    if (!isPatient(request) && !/^\/__mock\/(faults|stubs)/.test(request.url)) return request
  }
}

/** Bytes as a person can read them, and send again. */
const excerpt = (bytes: Buffer): string => JSON.stringify(bytes.toString('latin1').slice(0, 1500))
