import t from 'tap'
import { z } from 'zod'
import { ignoredFields, ignoredParameters } from '#server/http/validation/ignored-fields.ts'

const Item = z.object({ name: z.string(), size: z.int().nullish() })
const misspelt = { name: 'x', colour: 'red' }

t.test('fields that an open object does not know are told by their path, each once', async (t) => {
  t.same(ignoredFields(misspelt, Item), ['colour'])
  t.same(ignoredFields([misspelt, misspelt], z.array(Item)), ['colour'])
  t.same(ignoredFields({ inner: misspelt, other: 1 }, z.object({ inner: Item.nullish() })), ['inner.colour', 'other'])
})

t.test('they are found in maps, in what has a default, and in what is read in another spelling', async (t) => {
  t.same(ignoredFields({ one: misspelt }, z.record(z.string(), Item)), ['one.colour'])
  t.same(ignoredFields(misspelt, Item.default({ name: 'x' })), ['colour'])
  t.same(
    ignoredFields(
      [misspelt],
      z.preprocess((value) => value, z.array(Item)),
    ),
    ['colour'],
  )
})

t.test('of several schemas of which one is meant, those fields are told that none of them knows', async (t) => {
  const Either = z.union([Item, z.object({ id: z.string() }), z.array(Item), z.string()])
  t.same(ignoredFields({ name: 'x', id: '1', colour: 'red' }, Either), ['colour'])
  t.same(ignoredFields([{ ...misspelt, id: '1' }], Either), ['colour', 'id'])
  t.same(ignoredFields({ of: misspelt }, z.object({ of: z.xor([Item, z.string()]) })), ['of.colour'])
})

t.test(
  'what a closed object does not know is refused and not told here; open ones within it are looked into',
  async (t) => {
    const Closed = z.strictObject({ inner: Item })
    t.same(ignoredFields({ inner: misspelt, colour: 'red' }, Closed), ['inner.colour'])
  },
)

t.test('an object that keeps what it does not know has none', async (t) => {
  t.same(ignoredFields(misspelt, z.looseObject({ name: z.string() })), [])
})

t.test('a body that is not of its schema has none', async (t) => {
  for (const body of [null, 'text', 5, [misspelt]]) t.same(ignoredFields(body, Item), [])
})

t.test('a hundred are told at the most, of each the beginning', async (t) => {
  const named = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`field_${index}`, 1]))
  const Either = z.union([Item, z.object({ id: z.string() })])
  for (const schema of [Item, Either, z.record(z.string(), Item)]) {
    t.equal(ignoredFields(schema instanceof z.ZodRecord ? { one: named(1000) } : named(1000), schema).length, 100)
  }
  t.equal(ignoredFields([named(60), { ...named(500) }], z.array(Item)).length, 100)
  t.equal(ignoredParameters(named(1000), z.object({})).length, 100)
  const long = 'x'.repeat(1000)
  for (const body of [{ [long]: { colour: 1 } }, { [long]: 1 }]) {
    const [field = ''] = ignoredFields(body, 'colour' in Object(body[long]) ? z.record(z.string(), Item) : Item)
    t.match(field, /^x{200}…/)
  }
})

t.test('what another of several schemas knows is passed over, however much of it there is', async (t) => {
  const names = Array.from({ length: 200 }, (_, index) => `field_${index}`)
  const Wide = z.object(Object.fromEntries(names.map((name) => [name, z.int()])))
  const body = { ...Object.fromEntries(names.map((name) => [name, 1])), colour: 'red' }
  t.same(ignoredFields(body, z.union([Item, Wide])), ['colour'])
})
