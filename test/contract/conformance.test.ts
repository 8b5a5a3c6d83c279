import t from 'tap'
import type { Description, Parameter, Schema } from '#openapi/description.ts'
import { compare } from '#scripts/openapi/compare.ts'
import { conformance, report, staleVersion } from '#scripts/openapi/conformance.ts'
import { matchDifferences } from '#scripts/openapi/differences.ts'

interface Parts {
  readonly query?: Schema
  readonly required?: boolean
  readonly body?: Schema
  readonly reply?: Schema
  readonly scopes?: readonly string[]
  readonly schemas?: Readonly<Record<string, Schema>>
}

/** A description of one operation, `things/create`. */
function description({
  query,
  required = false,
  body,
  reply,
  scopes = ['ads:write'],
  schemas = {},
}: Parts): Description {
  const parameter = (schema: Schema): Parameter => ({ name: 'kind', in: 'query', required, schema })
  const content = (schema: Schema) => ({ content: { 'application/json': { schema } } })
  const operation = {
    operationId: 'things/create',
    security: [{ pinterest_oauth2: scopes }],
    ...(query && { parameters: [parameter(query)] }),
    ...(body && { requestBody: content(body) }),
    responses: { 200: content(reply ?? { type: 'object' }) },
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: { '/things': { post: operation } },
    components: { schemas },
  }
}

const differences = (there: Parts, here: Parts): readonly string[] => compare(description(there), description(here))

/** An object of these fields. */
const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
})

const text: Schema = { type: 'string' }

t.test('documents that say the same have no differences', async (t) => {
  const same = { query: text, body: object({ name: text }, ['name']), reply: object({ id: text }) }
  t.same(differences(same, same), [])
})

t.test('fields and values of options are compared, however each document puts the options together', async (t) => {
  const kind = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })
  const there = { oneOf: [object({ kind: kind('A') }), object({ kind: kind('B'), size: text })] }
  const here = object({ kind: kind('A', 'B', 'C'), size: text, colour: text })
  const ofBody = differences({ body: there }, { body: here })
  t.ok(ofBody.includes('things/create body.kind: values only here C'))
  t.ok(ofBody.includes('things/create body.colour: absent there, present here'))
  t.notOk(differences({ body: there }, { body: { anyOf: there.oneOf } }).some((line) => /kind|size/.test(line)))
})

t.test('a list or a map in place of a value is no field that a document lacks', async (t) => {
  const [there, here] = [
    object({ value: { anyOf: [text] } }),
    object({ value: { anyOf: [text, { type: 'array', items: text }] } }),
  ]
  t.same(differences({ body: there }, { body: here }), [])
})

t.test('an operation that the official description lacks is one difference', async (t) => {
  const nothing = { ...description({}), paths: {} }
  t.same(compare(nothing, description({})), ['things/create: absent there'])
})

t.test('an operation that is not served is no difference', async (t) => {
  t.same(compare(description({}), { ...description({}), paths: {} }), [])
})

t.test('an operation under another path is a difference', async (t) => {
  const moved: Description = { ...description({}), paths: { '/stuff': description({}).paths['/things'] ?? {} } }
  t.same(compare(moved, description({})), ['things/create: POST /stuff there, POST /things here'])
})

t.test('parameters are compared by presence, demand, type, values, limits and default', async (t) => {
  t.same(differences({ query: text }, {}), ['things/create query.kind: present there, absent here'])
  t.same(differences({ query: text, required: true }, { query: text }), [
    'things/create query.kind: required there, optional here',
  ])
  t.same(differences({ query: { type: 'integer', default: 25, maximum: 250 } }, { query: text }), [
    'things/create query.kind: integer there, string here',
    'things/create query.kind: maximum 250 there, none here',
    'things/create query.kind: default 25 there, none here',
  ])
})

t.test('the items of a list are compared', async (t) => {
  const list = (pattern: string): Schema => ({ type: 'array', items: { type: 'string', pattern } })
  t.same(differences({ query: list('^a$') }, { query: list('^b$') }), [
    'things/create query.kind.[]: pattern "^a$" there, "^b$" here',
  ])
})

t.test('the values of an enum are compared without null and without their order', async (t) => {
  const one: Schema = { type: 'string', enum: ['A', 'B', null] }
  t.same(differences({ query: one }, { query: { type: 'string', enum: ['B', 'A'] } }), [])
  t.same(differences({ query: one }, { query: { type: 'string', enum: ['B', 'C'] } }), [
    'things/create query.kind: values only there A',
    'things/create query.kind: values only here C',
  ])
})

t.test('the fields of a body are compared however deep they are', async (t) => {
  const body = (inner: Schema): Schema => ({ type: 'array', items: object({ inner }) })
  const there = body(object({ id: text, kept: text }, ['id']))
  const here = body(object({ id: { ...text, nullable: true }, kept: text }))
  t.same(differences({ body: there }, { body: here }), [
    'things/create body.[].inner.id: required there, optional here',
    'things/create body.[].inner.id: not nullable there, nullable here',
  ])
})

t.test('a body that one side closes is a difference, an answer that one side closes is none', async (t) => {
  const closed: Schema = { ...object({ name: text }), additionalProperties: false }
  const open = object({ name: text })
  t.same(differences({ body: object({ inner: closed }) }, { body: object({ inner: open }) }), [
    'things/create body.inner: closed there, open here',
  ])
  t.same(differences({ body: open }, { body: closed }), ['things/create body: open there, closed here'])
  t.same(differences({ body: closed, reply: open }, { body: closed, reply: closed }), [])
})

t.test('a field that one side lacks is one difference, whatever is in it', async (t) => {
  t.same(differences({ body: object({}) }, { body: object({ inner: object({ id: text }) }) }), [
    'things/create body.inner: absent there, present here',
  ])
})

t.test('a reply is compared by names, types and values, not by limits', async (t) => {
  const there = object({ id: { type: 'string', maxLength: 5 }, count: { type: 'integer' } }, ['id'])
  const here = object({ id: text, count: { type: 'number', nullable: true } })
  t.same(differences({ reply: there }, { reply: here }), ['things/create 200.count: integer there, number here'])
})

t.test('references and the parts of allOf count as what they stand for', async (t) => {
  const schemas = { Named: object({ name: text }, ['name']), Kept: { $ref: '#/components/schemas/Named' } }
  const body: Schema = { allOf: [{ $ref: '#/components/schemas/Kept' }, object({ id: text })] }
  t.same(differences({ body, schemas }, { body: object({ name: text, id: text }, ['name']) }), [])
})

t.test('what is written beside allOf stands above its parts', async (t) => {
  const body: Schema = { allOf: [{ type: 'string', nullable: true }], nullable: false }
  t.same(differences({ body }, { body: text }), [])
})

t.test('scopes are compared', async (t) => {
  t.same(differences({ scopes: ['ads:read'] }, { scopes: ['ads:write'] }), [
    'things/create security.pinterest_oauth2: [ads:read] there, [ads:write] here',
  ])
})

t.test('an entry explains the lines that it matches, an asterisk standing for any text', async (t) => {
  const lines = ['a body.[].name: x', 'b body.[].name: x', 'b query.kind: y']
  const verdict = matchDifferences(lines, [{ match: '* body.[].name: x', reason: 'so it is' }])
  t.same(verdict, { explained: 2, unexplained: ['b query.kind: y'], stale: [] })
})

t.test('an entry that matches nothing is stale', async (t) => {
  const entry = { match: 'gone', reason: 'was so' }
  t.same(matchDifferences([], [entry]), { explained: 0, unexplained: [], stale: [entry] })
})

t.test('the command ends with 0 when each difference is meant and each entry needed', async (t) => {
  const [there, here] = [description({ query: text }), description({})]
  const match = 'things/create query.kind: present there, absent here'
  t.same(report(there, here, [{ match, reason: 'not needed' }]), {
    lines: ['1 operations held against version 1: 1 differences, 1 of them meant, explained by 1 entries.'],
    status: 0,
  })
})

t.test('the command ends with 1 and the lines that nothing explains', async (t) => {
  t.match(report(description({ query: text }), description({}), []), {
    lines: [/0 of them meant/, 'Not explained: things/create query.kind: present there, absent here'],
    status: 1,
  })
})

t.test('the command ends with 1 when an entry is stale', async (t) => {
  t.match(report(description({}), description({}), [{ match: 'gone', reason: 'was so' }]), {
    lines: [/0 differences/, 'Explains nothing any more: gone'],
    status: 1,
  })
})

t.test('the command ends with 2 when there is no description to read', async (t) => {
  t.match(conformance(undefined), { lines: [/^Usage/], status: 2 })
  t.match(conformance('/nowhere/at/all.json'), { lines: [/cannot be read/], status: 2 })
})

t.test('a file of what version 5.23 lacks that is out of date is a line, for its own version alone', async (t) => {
  const [found, file] = [{ 'things/create': { body: ['name'] } }, { 'things/create': { body: [] } }]
  const of = (version: string): Description => ({ ...description({}), info: { title: 'Things', version } })
  t.match(staleVersion(of('5.23.0'), found, file), [/version-5\.23\.json is stale/])
  t.same(staleVersion(of('5.23.0'), found, found), [])
  t.same(staleVersion(of('5.28.0'), found, file), [])
})
