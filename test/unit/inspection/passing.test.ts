import t from 'tap'
import { z } from 'zod'
import { changesOf } from '#server/inspection/passing/changes.ts'
import { editsAt } from '#server/inspection/passing/edits-at.ts'
import { hintsIn } from '#server/inspection/passing/hints.ts'
import { pathOf, removed, withValue } from '#server/inspection/passing/place.ts'
import { RequestSchema } from '#server/inspection/passing/schema-node.ts'
import { searchPassing } from '#server/inspection/passing/search.ts'
import type { SentParts } from '#server/inspection/passing/violation-edits.ts'

const noIds = { idsFor: () => [], parentsOf: () => ({}) }
const contextOf = (body: z.ZodType, texts: readonly string[] = []) => ({
  schema: new RequestSchema({ body }),
  hints: hintsIn(texts, undefined),
  now: 1_780_315_200,
  values: { left: 1000 },
  ...noIds,
})

t.test('a place is read as it is written', async (t) => {
  t.same(pathOf('[0].labels[2].value'), [0, 'labels', 2, 'value'])
  t.same(pathOf('data[1].user_data.em'), ['data', 1, 'user_data', 'em'])
  t.same(pathOf(''), [])
})

t.test('a value is set and taken away without touching the document', async (t) => {
  const document = { list: [1, 2], one: { two: 3 } }
  t.same(withValue(document, ['list', 0], 5), { list: [5, 2], one: { two: 3 } })
  t.same(withValue(document, ['list', 0], removed), { list: [2], one: { two: 3 } })
  t.same(withValue(document, ['one', 'two'], removed), { list: [1, 2], one: {} })
  t.same(withValue(document, ['new', 'deep'], 1), { ...document, new: { deep: 1 } })
  t.same(document, { list: [1, 2], one: { two: 3 } })
})

t.test('hints are figures, words, and what is listed as allowed', async (t) => {
  const { numbers, words, listed } = hintsIn(
    ['tracking_urls takes URLs of at most 2,000 characters.', 'rule.country is US, CA or GB for 1.5 of -3.'],
    { end_time: 1_780_315_260 },
  )
  t.same(numbers, [2000, 1.5, -3, 1_780_315_260])
  t.ok(words.includes('tracking_urls'))
  t.same(listed, ['US', 'CA', 'GB'])
})

t.test('a node of a schema is found below lists, unions, records and references, with its examples', async (t) => {
  const Inner = z.object({ kind: z.enum(['a', 'b']) }).meta({ id: 'PassingTestInner', example: { kind: 'b' } })
  const body = z.array(z.object({ inner: Inner.nullish(), map: z.record(z.string(), z.array(z.int().min(3))) }))
  const schema = new RequestSchema({ body: body.meta({ example: [{ map: { x: [7] } }] }) })
  t.match(schema.at(['body', 4, 'inner', 'kind']), [{ enum: ['a', 'b'] }])
  t.match(schema.at(['body', 0, 'map', 'any', 2]), [{ type: 'integer', minimum: 3 }])
  t.same(schema.at(['body', 0, 'none']), [])
  t.same(schema.examplesAt(['body', 0, 'inner', 'kind']), ['b'])
  t.same(schema.examplesAt(['body', 3, 'map', 'x', 0]), [7])
})

t.test('edits of a value are those that its schema and the refusal suggest, the nearest first', async (t) => {
  const context = contextOf(z.object({ caps: z.int().min(0), note: z.string() }), ['caps of 1000000 at least'])
  const values = editsAt(context, ['body', 'caps'], 5).map(({ value }) => value)
  t.equal(values[0], 1_000_000)
  t.ok(values.includes(removed))
  t.notOk(values.includes(5), 'what was sent is no change')
  t.notOk(
    editsAt(context, ['body', 'note'], 'x').some(({ value }) => value === 'caps'),
    'words of a message are no values',
  )
})

t.test('a list is shortened, made unique, and mended value by value', async (t) => {
  const context = contextOf(z.object({ urls: z.array(z.string().max(10)) }), ['takes at most 2 URLs'])
  const values = editsAt(context, ['body', 'urls'], ['a', 'a', 'b']).map(({ value }) => JSON.stringify(value))
  for (const expected of [['a', 'a'], ['a', 'b'], []]) t.ok(values.includes(JSON.stringify(expected)), `${expected}`)
})

t.test('a body of many values suggests no more edits than can be looked through', async (t) => {
  const body = z.array(z.array(z.array(z.int())))
  const deep = Array(30).fill(Array(30).fill(Array(30).fill('x')))
  const context = contextOf(body)
  editsAt(context, ['body'], deep)
  t.ok(context.values.left < 0)
})

/** Searches from a request that a check refuses for one field at a time. */
function searchWith(body: z.ZodType, sent: SentParts, violated: (body: never) => string | undefined, most = 500) {
  let tried = 0
  const attempt = async ({ body }: SentParts) => {
    const rule = violated(body as never)
    return { passes: rule === undefined, violations: rule === undefined ? [] : [{ rule, code: 1, message: rule }] }
  }
  const { hints: _, values: __, ...context } = contextOf(body)
  const options = { context, ruleOf: ruleNamed, attempt, isOver: () => ++tried > most }
  return attempt(sent).then((first) => searchPassing(sent, first, options))
}

const ruleNamed = (id: string) => ({
  id,
  operations: [],
  fields: [id] as const,
  evidence: 'assumed' as const,
  source: '',
  code: 1,
  message: `${id} is wrong.`,
  refuses: 'request' as const,
})

t.test('a search makes several changes where one is not enough, and no more', async (t) => {
  const body = z.object({ a: z.boolean(), b: z.enum(['x', 'y']), c: z.boolean() })
  const { sent } = await searchWith(
    body,
    { body: { a: true, b: 'x', c: true } },
    ({ a, b }: { a: boolean; b: string }) => (a ? 'a' : b === 'x' ? 'b' : undefined),
  )
  t.same(sent, { body: { a: false, b: 'y', c: true } })
})

t.test('a search ends when everything was tried, and when its time is over', async (t) => {
  const body = z.object({ a: z.boolean() })
  t.same(await searchWith(body, { body: { a: true } }, () => 'a'), { sent: undefined, isComplete: true })
  t.same(await searchWith(body, { body: { a: true } }, () => 'a', 1), { sent: undefined, isComplete: false })
})

t.test('changes are told value by value, and a list of another length as a whole', async (t) => {
  const changes = changesOf({ body: [{ a: 1, b: [1, 2] }] }, { body: [{ b: [1], c: 3 }] })
  t.strictSame(changes, [
    { in: 'body', field: '[0].a', sent: 1, passes: undefined },
    { in: 'body', field: '[0].b', sent: [1, 2], passes: [1] },
    { in: 'body', field: '[0].c', sent: undefined, passes: 3 },
  ])
})
