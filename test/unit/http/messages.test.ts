import t from 'tap'
import { z } from 'zod'
import { Micro, text } from '#server/http/schema/fields.ts'
import { messageFor, patternOf, pythonText } from '#server/http/validation/messages.ts'
import fc from '#test/support/fast-check.ts'

/** The reasons why a value does not fit a schema. */
const reasons = (schema: z.ZodType, value: unknown): readonly string[] =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => messageFor(issue, value))

t.test('a value is quoted as Python writes it', async (t) => {
  for (const [value, written] of [
    [null, 'None'],
    [undefined, 'None'],
    [true, 'True'],
    [false, 'False'],
    [1.5, '1.5'],
    ['test0', "'test0'"],
    ["it's", "'it\\'s'"],
    ['a\\b', "'a\\\\b'"],
    [[], '[]'],
    [{}, '{}'],
    [[1, 'a', null], "[1, 'a', None]"],
    [{ catalog_id: '1234', deep: { list: [true] } }, "{'catalog_id': '1234', 'deep': {'list': [True]}}"],
  ] as const) {
    t.equal(pythonText(value), written)
  }
})

t.test('a long or deep value is cut', async (t) => {
  let deep: unknown = 'end'
  for (let level = 0; level < 100; level++) deep = [deep]
  t.match(pythonText(deep), /…/)
  const huge = Array(1000).fill({ name: 'x'.repeat(10_000) })
  t.ok(pythonText(huge).length <= 1001)
  t.ok(pythonText('x'.repeat(500), 100).length <= 101)
})

t.test('any JSON can be quoted', async (t) => {
  const isQuoted = (value: unknown) => pythonText(value).length <= 1001
  t.doesNotThrow(() => fc.assert(fc.property(fc.jsonValue({ maxDepth: 10 }), isQuoted)))
})

t.test('a value is cut between characters, not within one', async (t) => {
  const isWhole = (characters: number, room: number) => pythonText('😀'.repeat(characters), room).isWellFormed()
  t.doesNotThrow(() =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 1000 }), isWhole)),
  )
})

t.test('of a list that takes few values, all are named, however many they are', async (t) => {
  const values = Array.from({ length: 400 }, (_, index) => `VALUE_${index}`)
  const [reason = ''] = reasons(z.object({ kind: z.enum(values) }), { kind: 'X' })
  t.equal(reason, `'X' is not one of ['${values.join("', '")}'] at kind`)
})

const Item = z.object({
  name: text(5),
  size: z.int().min(1).max(9).optional(),
  kind: z.enum(['A', 'B']).optional(),
  id: z.string().regex(/^\d+$/).optional(),
  tags: z.array(z.string()).min(1).max(2).optional(),
})
const Items = z.array(Item).min(1).max(30)

t.test('what is wrong is said in the words of a JSON schema validator, with its place', async (t) => {
  const good = { name: 'one' }
  for (const [value, reason] of [
    ['test0', "'test0' is not of type array"],
    [[], '[] is too short: at least 1 (constraint: minItems=1)'],
    [[{}], "'name' is a required property at [0].name"],
    [[{ name: 5 }], '5 is not of type string at [0].name'],
    [[good, { name: null }], 'None is not of type string at [1].name'],
    [[{ ...good, size: 1.5 }], '1.5 is not of type integer at [0].size'],
    [[{ ...good, size: 0 }], '0 is less than the minimum: at least 1 at [0].size'],
    [[{ ...good, size: 10 }], '10 is greater than the maximum: at most 9 at [0].size'],
    [[{ ...good, kind: 'C' }], "'C' is not one of ['A', 'B'] at [0].kind"],
    [[{ ...good, id: 'x' }], "'x' does not match '^\\\\d+$' at [0].id"],
    [[{ ...good, tags: [] }], '[] is too short: at least 1 (constraint: minItems=1) at [0].tags'],
    [
      [{ ...good, tags: ['a', 'b', 'c'] }],
      "['a', 'b', 'c'] is too long: at most 2 (constraint: maxItems=2) at [0].tags",
    ],
    [[{ ...good, tags: [false] }], 'False is not of type string at [0].tags[0]'],
  ] as const) {
    t.strictSame(reasons(Items, value), [reason])
  }
})

t.test('text where a number belongs is said not to be one', async (t) => {
  t.match(reasons(Micro, '5000000'), [/^'5000000' is not of type (integer|number)$/])
})

t.test('a property that the whole lacks is named without a place', async (t) => {
  t.strictSame(reasons(Item, {}), ["'name' is a required property"])
})

t.test('a text that is too long is told the limit that it broke, once', async (t) => {
  t.strictSame(reasons(Item, { name: '123456' }), ["'123456' is too long: at most 5 characters at name"])
  const messages = reasons(Item, { name: '1234567890123' })
  t.equal(messages.length, 1)
  t.match(messages, [/\b5\b/])
})

t.test('an amount beyond what JSON carries is too great', async (t) => {
  t.match(reasons(Micro, 2 ** 53), [/is greater than the maximum/])
})

t.test('a pattern is written without slashes', async (t) => {
  t.equal(patternOf(/^\d+$/), '^\\d+$')
  t.equal(patternOf('/^C?\\d+$/'), '^C?\\d+$')
})
