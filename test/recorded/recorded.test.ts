import t from 'tap'
import { operationOf } from '#openapi/operations.ts'
import { type Recording, recordedDifferences, recordings } from '#scripts/openapi/recordings.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'
import { everyCall, recordedCalls } from './calls.ts'
import { describedTypes, differencesFromRecording, unexplained } from './compare-answer.ts'
import { shapeOf } from './shape.ts'

const built = recordings.filter(({ operation }) => implementedOperations.has(operation))
const met = new Set<string>()

for (const recording of built) {
  const { operation } = recording

  t.test(`${operation} answers as the live service was recorded`, async (t) => {
    const call = recordedCalls[operation]
    if (call === undefined) return t.fail('no call in test/recorded/calls shows what it answers')
    const world = await mock(t)
    const found = differencesFromRecording(recording, await call(world))
    for (const line of found) met.add(`${operation} ${line}`)
    t.strictSame(unexplained(operation, found), [], 'nothing differs but what differences.json gives a reason for')
    t.strictSame(await unlikeSent(world, recording), [], 'it was asked as it was when it was recorded')
  })
}

t.test('every difference that is meant is met, and is told once with a reason and a source', async (t) => {
  const documented = recordedDifferences.map(({ operation, difference }) => `${operation} ${difference}`)
  t.same(
    documented.filter((line) => !met.has(line)),
    [],
  )
  t.equal(new Set(documented).size, documented.length)
  for (const { difference, reason, source } of recordedDifferences) t.ok(reason !== '' && source !== '', difference)
})

t.test('every call is of a recorded operation, and each has one', async (t) => {
  const called = everyCall.map(([operation]) => operation)
  t.same(called.toSorted(), built.map(({ operation }) => operation).toSorted())
})

t.test(
  'every recording is dated and of an operation that the contract has, and so is what is described of it',
  async (t) => {
    for (const { operation, when, recordings: count } of recordings) {
      t.equal(operationOf(operation).id, operation)
      t.match(when, /^\d{4}-\d{2}-\d{2}$/)
      t.ok(count > 0)
    }
    for (const [operation, types] of Object.entries(describedTypes)) {
      const recorded = recordings
        .filter((one) => one.operation === operation)
        .flatMap(({ answer }) => Object.keys(answer))
      t.same(
        Object.keys(types).filter((path) => !recorded.includes(path)),
        [],
        operation,
      )
    }
  },
)

/** What the latest call lacks of what was sent when it was recorded. */
async function unlikeSent({ call }: Mock, { operation, query, request }: Recording): Promise<readonly string[]> {
  const { body } = await call('GET', '/__mock/requests?limit=1')
  const [latest]: readonly Json[] = body.items
  const names = new URL(latest.url, 'http://localhost').searchParams
  const sent = latest.request.body === null ? {} : shapeOf(JSON.parse(latest.request.body))
  return [
    ...(latest.operation === operation ? [] : [`the latest call was ${latest.operation}`]),
    ...query.filter((name) => !names.has(name)).map((name) => `query.${name}: not sent`),
    ...Object.keys(request).flatMap((path) => (path in sent ? [] : [`body.${path}: not sent`])),
  ]
}
