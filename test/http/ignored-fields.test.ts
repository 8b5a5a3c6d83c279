import t from 'tap'
import { z } from 'zod'
import { ignoredFields } from '../../server/http/ignored-fields.ts'

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
