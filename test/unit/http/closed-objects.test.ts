import t from 'tap'
import { z } from 'zod'
import { validatorCompiler } from '#server/http/validation/validator.ts'

/** What the API would answer to a body of that schema; undefined when it takes it. */
function refusalOf(schema: z.ZodType, body: unknown): string | undefined {
  const validate = validatorCompiler({ schema, method: 'POST', url: '/', httpPart: 'body' })
  const result: unknown = validate(body)
  return result !== null && typeof result === 'object' && 'error' in result && result.error instanceof Error
    ? result.error.message
    : undefined
}

const unexpected = (words: string): string =>
  `Invalid request: Additional properties are not allowed (${words} unexpected)`

const Closed = z.strictObject({ name: z.string(), size: z.int().nullish() })

const places: readonly [string, z.ZodType, (thing: object) => unknown][] = [
  ['the body itself', Closed, (thing) => thing],
  ['an item of a list', z.array(Closed), (thing) => [{ name: 'first' }, thing]],
  ['a field that may be null', z.object({ inner: Closed.nullish() }), (thing) => ({ inner: thing })],
  ['a closed object within a closed one', z.strictObject({ inner: Closed }), (thing) => ({ inner: thing })],
  ['a value of a map', z.record(z.string(), Closed), (thing) => ({ any: thing })],
  ['what is read in another spelling', z.preprocess((value) => value, Closed), (thing) => thing],
  ['one of several schemas', z.union([Closed, z.strictObject({ id: z.string() })]), (thing) => thing],
  ['exactly one of several', z.xor([Closed, z.strictObject({ id: z.string() })]), (thing) => thing],
  ['exactly one of several, in a list', z.array(z.xor([z.string(), z.array(Closed)])), (thing) => [[thing]]],
]

for (const [what, schema, around] of places) {
  t.test(`a property too many is refused in ${what}`, async (t) => {
    t.equal(refusalOf(schema, around({ name: 'x' })), undefined, 'the same without it passes')
    t.equal(refusalOf(schema, around({ name: 'x', colour: 'red' })), unexpected("'colour' was"))
  })
}

t.test('several are named, as Python writes them', async (t) => {
  t.equal(refusalOf(Closed, { name: 'x', colour: 1, "it's": 2 }), unexpected("'colour', 'it\\'s' were"))
})

t.test('it is told before anything else that is wrong', async (t) => {
  t.equal(refusalOf(z.array(Closed), [{ size: 'big' }, { name: 'x', colour: 1 }]), unexpected("'colour' was"))
})

t.test('very many names are not all told', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]))
  t.ok((refusalOf(Closed, { name: 'x', ...many }) ?? '').length < 1000)
})

t.test('an object that is not closed takes what it does not know', async (t) => {
  t.equal(refusalOf(z.object({ name: z.string() }), { name: 'x', colour: 'red' }), undefined)
})

t.test('a body that is wrong in another way is told so', async (t) => {
  t.equal(refusalOf(Closed, { name: 5 }), "Invalid request: {'name': 5} (5 is not of type string at name)")
})
