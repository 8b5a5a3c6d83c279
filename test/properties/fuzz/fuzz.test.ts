import t from 'tap'
import { exportState } from '#db/export.ts'
import { brokenChecks } from '#test/support/checks.ts'
import { mock } from '#test/support/mock.ts'
import { documentsOf } from './documents.ts'
import { type FuzzRequest, isPatient, Requests } from './requests.ts'
import { errorsInResponse } from './response-errors.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 3000)
const seed = Number(process.env.FUZZ_SEED ?? 7)

/** Milliseconds after which a call counts as hung: long, since the machine may be busy. */
const longest = 120_000

t.setTimeout(0)

t.test(`no request of ${runs} is answered wrongly, or changes what it was refused to change`, async (t) => {
  const server = await mock(t, { seed: 'small', mostWorlds: 20, mostOpen: 5, journal: 50 })
  const { app, worlds } = server
  const requests = new Requests(await documentsOf(server), seed)
  const answered = new Map<string, number>()
  const wrong: string[] = []
  const holdWorlds = (number: number) => {
    for (const world of worlds.names()) {
      wrong.push(...brokenChecks(worlds.world(world).db).map((what) => `${what}: ${world} after call ${number}`))
    }
  }
  const stateNow = () => JSON.stringify(exportState(worlds.world('default').db).tables)

  for (let number = 0; number < runs && wrong.length < 10; number++) {
    const request = requests.next()
    if (isPatient(request)) continue
    const fresh = number % 7 === 0 ? `fresh-${number}` : undefined
    const url = fresh === undefined ? request.url : `/w/${fresh}${request.url}`
    const before = number % 10 === 0 ? stateNow() : undefined
    const call = `call ${number}: ${JSON.stringify(request).slice(0, 1000)}`
    const answer = await within(longest, app.inject({ ...request, url, method: request.method as 'GET' }))
    if (answer === undefined) {
      wrong.push(`no answer to ${call}`)
      break
    }
    wrong.push(...errorsInResponse(request, answer).map((what) => `${what}: ${call} => ${answer.body.slice(0, 300)}`))
    answered.set(request.operation, (answered.get(request.operation) ?? 0) + Number(answer.statusCode < 400))
    const refused = answer.statusCode >= 400 || answer.statusCode === 304
    if (before !== undefined && refused && stateNow() !== before) wrong.push(`refused, and stored: ${call}`)
    if (fresh !== undefined && worlds.has(fresh)) {
      if (refused && isRefusedEarly(request, answer.headers)) wrong.push(`refused, and made a world: ${call}`)
      worlds.remove(fresh)
    }
    requests.learn(answer.body)
    // Faults are to make later calls fail.
    if (request.url.startsWith('/__mock/faults')) await app.inject({ method: 'DELETE', url: '/__mock/faults' })
    if (number % 500 !== 499) continue
    holdWorlds(number)
    await app.inject({ method: 'POST', url: '/__mock/reset' })
  }

  holdWorlds(runs)
  t.same(wrong, [])
  t.equal(Reflect.get({}, 'polluted'), undefined, 'no prototype has been reached')
  const pass = [...answered.values()].filter((count) => count > 0).length
  t.comment(
    `${answered.size} of ${requests.operations.length} operations called, ${pass} of them answered with success`,
  )
  t.ok(pass > answered.size / 2, 'most operations are not only refused')
})

/** Whether a call was refused before it was known that its world is wanted. */
const isRefusedEarly = ({ url }: FuzzRequest, { 'x-mock-rules': rules }: Readonly<Record<string, unknown>>): boolean =>
  url.startsWith('/v5') && /^request\.(?!worlds)/.test(String(rules))

/** What is promised, or undefined when that takes too long. */
async function within<Value>(milliseconds: number, promised: Promise<Value>): Promise<Value | undefined> {
  const { promise: over, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, milliseconds, undefined)
  try {
    return await Promise.race([promised, over])
  } finally {
    clearTimeout(timer)
  }
}
