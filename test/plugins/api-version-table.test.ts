import t from 'tap'
import { operations } from '#openapi/operations.ts'
import table from '#openapi/version-5.23.json' with { type: 'json' }
import { foundAt, type VersionDifferences } from '#server/domain/api-version/differences.ts'
import { exampleCall } from '../support/example-calls.ts'
import { type Answer, type Json, type Mock, mock } from '../support/mock.ts'

const differences: VersionDifferences = table
const older = { 'x-mock-api-version': '5.23' }

/** Sends the example of an operation, changed, to a world of its own. */
function send(
  { call }: Mock,
  id: string,
  world: string,
  headers = {},
  change: (body: Json) => Json = same,
): Promise<Answer> {
  const { method, path, body, headers: own } = exampleCall(id)
  return call(method, `/w/${world}/v5${path}`, body && change(body), { ...own, ...headers })
}

const same = (body: Json): Json => body

/** Puts a value at a place of a body; what leads there is made. */
function put(body: Json, place: string, value: unknown): Json {
  const [step, ...rest] = place.split('.')
  if (step === undefined) return body
  const [key, next] = [step === '[]' ? 0 : step === '{}' ? 'any' : step, rest[0]]
  const holder = body ?? (step === '[]' ? [] : {})
  holder[key] = next === undefined ? value : put(holder[key] ?? (next === '[]' ? [] : {}), rest.join('.'), value)
  return holder
}

t.test('every operation that came later is unknown', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const newer = operations.filter(({ since }) => since === '5.28')
  t.equal(newer.length, 35)
  for (const { id, method, path } of newer) {
    const url = `/w/later/v5${path.replaceAll(/{\w+}/g, '549755885262')}`
    const { status, body } = await world.call(method, url, method === 'GET' ? undefined : [], older)
    t.ok(status === 404 || status === 405, `${id}: ${status} ${body.message}`)
  }
})

t.test('every field that was required then is required', async (t) => {
  const world = await mock(t, { seed: 'small' })
  for (const [id, { required = [] }] of Object.entries(differences)) {
    for (const place of required) {
      const name = place.split('.').at(-1)
      const { status, body } = await send(world, id, 'required', older, (sent) => put(sent, place, undefined))
      t.equal(status, 400, id)
      t.match(body.message, `'${name}' is a required property`, id)
    }
  }
})

t.test('every value that came later is refused in bodies and queries', async (t) => {
  const world = await mock(t, { seed: 'small' })
  for (const [id, { required = [], body_values = {}, query_values = {} }] of Object.entries(differences)) {
    const complete = (sent: Json): Json => required.reduce((body, place) => put(body, place, '1'), sent)
    for (const [place, values] of Object.entries(body_values)) {
      for (const value of values) {
        const { status, body } = await send(world, id, 'values', older, (sent) => put(complete(sent), place, value))
        t.match(
          { status, message: body.message },
          { status: 400, message: `'${value}' is no value of version 5.23` },
          id,
        )
      }
    }
    const { method, path } = exampleCall(id)
    for (const [place, values] of Object.entries(query_values)) {
      const [name] = place.split('.')
      for (const value of values) {
        const { body } = await world.call(method, `/w/values/v5${path}&${name}=${value}`, undefined, older)
        t.match(body.message, `'${value}' is no value of version 5.23`, `${id} ${name}`)
      }
    }
  }
})

t.test('no answer has a field that came later, and many have one in the newest version', async (t) => {
  const world = await mock(t, { seed: 'small' })
  let newest = 0
  for (const [id, { response = [], required = [] }] of Object.entries(differences)) {
    const sent = (body: Json): Json => required.reduce(completed, body)
    const { status, body } = await send(world, id, `older-${id.replace('/', '-')}`, older, sent)
    const found = response.flatMap((place) => [...foundAt(body, place)].filter(({ holder, key }) => key in holder))
    t.same(found, [], id)
    const latest = await send(world, id, `newest-${id.replace('/', '-')}`)
    t.equal(status, latest.status, `${id}: ${body?.message}`)
    newest += response.flatMap((place) =>
      [...foundAt(latest.body, place)].filter(({ holder, key }) => key in holder),
    ).length
  }
  t.ok(newest > 150, `${newest} fields of the newest version`)
})

/** Adds a field that the older version requires where the example leaves it out. */
function completed(body: Json, place: string): Json {
  const isThere = [...foundAt(body, place)].some(({ value }) => value != null)
  return isThere ? body : put(body, place, place === 'records' ? 'a@example.com' : '549755885262')
}
