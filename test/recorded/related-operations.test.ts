import t from 'tap'
import { recordings, type Shape } from '#scripts/openapi/recordings.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { mock } from '../support/mock.ts'
import { differences } from './compare.ts'
import { describedTypes, unexplained } from './compare-answer.ts'
import { relatedOperations, withoutRecording } from './related-operations.ts'
import { shapeOf } from './shape.ts'

const recordingOf = (operation: string) => recordings.find((one) => one.operation === operation)

for (const { operation, like, from, to, also = [], call } of relatedOperations) {
  t.test(`${operation} answers what ${like} was recorded to answer`, async (t) => {
    const { status, body } = await call(await mock(t))
    t.ok(status === 200 || status === 201, `answered ${status}: ${JSON.stringify(body)}`)
    const recorded = within(recordingOf(like)?.answer ?? {}, from)
    const known = also.map((key) => `${key}: not in the recording`)
    const found = differences(recorded, within(shapeOf(body), to), within(describedTypes[like] ?? {}, from))
    const lines = found
      .filter((line) => !known.includes(line))
      .map((line) => (from === '' || /^[:[]/.test(line) ? from + line : `${from}.${line}`))
    t.strictSame(unexplained(like, lines), [], 'nothing differs but what the recorded operation has a reason for')
  })
}

t.test('related operations are implemented, and the recordings that they name exist', async (t) => {
  for (const { operation, like, from } of relatedOperations) {
    t.ok(implementedOperations.has(operation), operation)
    t.ok(recordingOf(like)?.answer[from], `${like} has ${from}`)
  }
})

t.test(
  'every implemented operation is recorded, is related to a recorded one, or is known to be neither',
  async (t) => {
    const known = [...recordings, ...relatedOperations].map(({ operation }) => operation)
    t.same([...implementedOperations].filter((id) => !known.includes(id)).sort(), withoutRecording.toSorted())
  },
)

t.test('what is within a path is told as if it were all', async (t) => {
  const shape = {
    '': ['object'],
    'items[]': ['object'],
    'items[].id': ['string'],
    items: ['array'],
    itemsize: ['null'],
  }
  t.same(within(shape, 'items[]'), { '': ['object'], id: ['string'] })
  t.same(within(shape, 'items'), { '': ['array'], '[]': ['object'], '[].id': ['string'] })
  t.same(within(shape, ''), shape)
})

/** The shape of what is at a key path. */
function within(shape: Shape, path: string): Shape {
  if (path === '') return shape
  const rests = Object.entries(shape).filter(
    ([key]) => key.startsWith(path) && /^([.[]|$)/.test(key.slice(path.length)),
  )
  return Object.fromEntries(rests.map(([key, types]) => [key.slice(path.length).replace(/^\./, ''), types]))
}
