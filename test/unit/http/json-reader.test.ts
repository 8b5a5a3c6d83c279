import t from 'tap'
import { JsonReader, type Reading } from '#server/http/parsing/json-reader.ts'
import { JsonError } from '#server/http/parsing/json-scan.ts'
import fc from '#test/support/fast-check.ts'

/** What reading gives when the text comes in pieces of these lengths. */
function readIn<Result>(
  text: string,
  lengths: readonly number[],
  read: (reader: JsonReader) => Reading<Result>,
): Result {
  const reader = new JsonReader()
  const steps = read(reader)
  let at = 0
  for (let piece = 0; ; piece++) {
    const step = steps.next()
    if (step.done) return step.value
    if (!reader.isHungry) continue
    const length = lengths[piece % lengths.length] ?? 1
    if (at >= text.length) reader.end()
    else reader.add(text.slice(at, at + length))
    at += length
  }
}

const whole = (most = 1_000_000) =>
  function* (reader: JsonReader): Reading<unknown> {
    const value = yield* reader.value(most)
    yield* reader.last()
    return value
  }

const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
const indents = fc.constantFrom(undefined, 1, '\t')

t.test('a value is what JSON.parse makes of it, in whatever pieces it comes', async () => {
  fc.assert(
    fc.property(fc.jsonValue(), indents, pieces, (value, indent, lengths) => {
      const text = JSON.stringify(value, undefined, indent)
      return JSON.stringify(readIn(text, lengths, whole())) === JSON.stringify(JSON.parse(text))
    }),
    { numRuns: 1000 },
  )
})

t.test('a text that is no JSON is refused exactly when JSON.parse refuses it', async () => {
  const letters = fc.string({
    unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', ':', ',', '1', 'e', 'u', ' ', 'null', '\n'),
  })
  fc.assert(
    fc.property(letters, pieces, (text, lengths) => {
      const [ours, theirs] = [outcome(() => readIn(text, lengths, whole())), outcome(() => JSON.parse(text))]
      return ours === theirs
    }),
    { numRuns: 5000 },
  )
})

function outcome(read: () => unknown): string {
  try {
    return JSON.stringify(read())
  } catch (error) {
    if (error instanceof JsonError || error instanceof SyntaxError) return 'refused'
    throw error
  }
}

t.test('lists and objects are read part by part', async () => {
  const some = fc.dictionary(fc.string(), fc.array(fc.jsonValue({ maxDepth: 1 })))
  fc.assert(
    fc.property(some, indents, pieces, (value, indent, lengths) => {
      const text = JSON.stringify(value, undefined, indent)
      const read = readIn(text, lengths, function* (reader) {
        const members: [string, unknown[]][] = []
        yield* reader.members(function* (name) {
          const items: unknown[] = []
          members.push([name, items])
          yield* reader.items(function* (index) {
            items[index] = yield* reader.value(1000)
          })
        })
        yield* reader.last()
        return members
      })
      return JSON.stringify(Object.fromEntries(read)) === JSON.stringify(JSON.parse(text))
    }),
  )
})

for (const [what, text] of [
  ['nothing', ''],
  ['a list that is not closed', '[1'],
  ['a list with a comma too many', '[1,]'],
  ['a list of nothing', '[,]'],
  ['a list without a comma', '[1 2]'],
  ['an object where a list belongs', '{}'],
] as const) {
  t.test(`${what} is no list`, async (t) => {
    const read = function* (reader: JsonReader): Reading<void> {
      yield* reader.items(function* () {
        yield* reader.value(10)
      })
      yield* reader.last()
    }
    t.throws(() => readIn(text, [1], read), /is not JSON/)
  })
}

t.test(
  'a value of as many letters as are allowed is read, and a longer one is refused before it is there',
  async (t) => {
    t.equal(readIn(JSON.stringify('x'.repeat(98)), [10], whole(100)), 'x'.repeat(98))
    const reader = new JsonReader()
    const steps = whole(100)(reader)
    reader.add(`"${'x'.repeat(60)}`)
    t.notOk(steps.next().done)
    reader.add('x'.repeat(60))
    t.throws(() => steps.next(), /more than 100 characters/)
  },
)

t.test('a hundred lists in each other are read, and one more is refused', async (t) => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  t.equal(JSON.stringify(readIn(nested(100), [7], whole())), nested(100))
  t.throws(() => readIn(nested(101), [7], whole()), /more than 100 lists and objects in each other/)
})
