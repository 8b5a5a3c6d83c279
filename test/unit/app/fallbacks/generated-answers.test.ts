import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import t from 'tap'
import { DescribedAnswer } from '#server/app/fallbacks/description/answer.ts'
import { lackingOperations } from '#server/app/fallbacks/description/described-operation.ts'
import type { Description } from '#server/app/fallbacks/description/document.ts'
import { valueAtReference } from '#server/app/fallbacks/description/references.ts'
import type { Json } from '#test/support/mock.ts'

const node = (properties: Json): Json => ({ type: 'object', required: Object.keys(properties), properties })

/** Schemas of OpenAPI 3.0, each with the JSON Schema that says the same in other words. */
const schemas: Readonly<Record<string, readonly [openapi: Json, jsonSchema: Json]>> = {
  'an enumeration': same({ type: 'string', enum: ['A', 'B'] }),
  'a constant': same({ const: 7 }),
  'a pattern': same({ type: 'string', pattern: '^(\\d{4})-(\\d{2})T\\d{2}:\\d{2}Z$' }),
  'a pattern without anchors': same({ type: 'string', pattern: '(http|https)://', minLength: 10, maxLength: 40 }),
  'a pattern with a length': same({ type: 'string', pattern: '^[a-z]+$', minLength: 3, maxLength: 5 }),
  lengths: same({ type: 'string', minLength: 40, maxLength: 41 }),
  'limits of an integer': same({ type: 'integer', minimum: 5, maximum: 6 }),
  'a negative maximum': same({ type: 'number', maximum: -4.5 }),
  multiples: same({ type: 'number', multipleOf: 0.25, minimum: 0.1, maximum: 0.3 }),
  'a narrow range': same({ type: 'number', minimum: 0.001, maximum: 0.002 }),
  'exclusive limits': [
    { type: 'integer', minimum: 3, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: true },
    { const: 4 },
  ],
  'a list': same({ type: 'array', items: { type: 'integer', minimum: 1, maximum: 9 }, minItems: 4, maxItems: 4 }),
  'a list without equal items': same({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: 4 },
    minItems: 4,
    uniqueItems: true,
  }),
  'a map': same({ type: 'object', additionalProperties: { type: 'boolean' }, minProperties: 3, maxProperties: 3 }),
  'a closed object': same({ type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false }),
  'what is nullable': [{ type: 'string', enum: ['A'], nullable: true }, { enum: ['A', null] }],
  'what is nullable and has parts': [
    { nullable: true, allOf: [node({ a: { type: 'integer' } })] },
    { anyOf: [{ type: 'null' }, node({ a: { type: 'integer' } })] },
  ],
  parts: same({
    allOf: [
      node({ a: { type: 'string' } }),
      { properties: { a: { enum: ['X', 'Y'] }, b: { const: 'Y' } }, required: ['b'] },
    ],
  }),
  alternatives: same({ anyOf: [node({ a: { type: 'string' } }), node({ b: { type: 'integer' } })], type: 'object' }),
  'one of alternatives that exclude each other': same({
    oneOf: [
      { type: 'object', properties: { a: {} }, required: ['a'], additionalProperties: false },
      { type: 'object', properties: { b: {} }, required: ['b'], additionalProperties: false },
      { type: 'string', maxLength: 3 },
    ],
  }),
  recursion: same({ $ref: '#/components/schemas/Tree' }),
  'recursion that is required': same({ $ref: '#/components/schemas/Chain' }),
  'a discriminator': [
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'kind', mapping: { CAT: '#/components/schemas/Cat', DOG: 'Dog' } },
    },
    {
      anyOf: [
        node({ kind: { const: 'CAT' }, name: { type: 'string' } }),
        node({ kind: { const: 'DOG' }, name: { type: 'string' } }),
      ],
    },
  ],
  ...Object.fromEntries(
    ['date', 'time', 'date-time', 'duration', 'uri', 'url', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid', 'byte'].map(
      (format) => [`the format ${format}`, same({ type: 'string', format })] as const,
    ),
  ),
}

function same(schema: Json): readonly [Json, Json] {
  return [schema, schema]
}

const pet = node({ kind: { type: 'string', enum: ['CAT', 'DOG'] }, name: { type: 'string' } })
const components = {
  schemas: {
    Tree: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } },
    Chain: node({ next: { anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Chain' }] } }),
    Endless: node({ next: { $ref: '#/components/schemas/Endless' } }),
    Cat: pet,
    Dog: pet,
  },
}

/** The answer of an operation whose response has a schema. */
function answerOf(schema: Json, response: Json = { content: { 'application/json': { schema } } }): DescribedAnswer {
  const content = { components, paths: { '/a': { get: { responses: { 200: response } } } } }
  const description: Description = { content, version: '', resolve: (value) => valueAtReference(content, value) }
  const [operation] = lackingOperations(description, () => false)
  if (operation === undefined) throw new Error('no operation')
  return new DescribedAnswer(description, operation)
}

const ajv = ajvFormats.default(new Ajv2020({ strict: false }))

for (const [name, [openapi, jsonSchema]] of Object.entries(schemas)) {
  t.test(`a generated answer is valid: ${name}`, async (t) => {
    const answer = answerOf(openapi)
    const validate = ajv.compile({ ...jsonSchema, components })
    for (let call = 0; call < 20; call++) {
      const { text = '' } = answer.to(`call ${call}`, false)
      t.ok(validate(JSON.parse(text)), text)
    }
  })
}

t.test('generated values differ from call to call, and not for the same', async (t) => {
  const answer = answerOf(node({ name: { type: 'string' } }))
  t.equal(answer.to('one', false).text, answer.to('one', false).text)
  t.not(answer.to('one', false).text, answer.to('other', false).text)
})

t.test(
  'fields are named after what they are: ids have digits, times are seconds, addresses are of an example',
  async (t) => {
    const { text = '' } = answerOf(
      node({ pin_id: { type: 'string' }, created_time: { type: 'integer' }, link: { type: 'string' } }),
    ).to('call', false)
    const { pin_id, created_time, link } = JSON.parse(text)
    t.match(pin_id, /^[1-9]\d{11}$/)
    t.ok(created_time >= 1_767_225_600 && created_time < 1_800_000_000)
    t.match(link, /^https:\/\/www\.example\.com\//)
  },
)

t.test('a schema that nothing matches has no answer, and says so', async (t) => {
  const endless = node({ next: { $ref: '#/components/schemas/Endless' } })
  for (const schema of [
    endless,
    false,
    { allOf: [{ type: 'string' }, { type: 'integer' }] },
    { type: 'integer', minimum: 2, maximum: 1 },
  ]) {
    t.throws(() => answerOf(schema).to('call', false), { message: /No value of the schema/ })
  }
})

t.test('the success of the lowest status answers, and content that is no JSON keeps its type', async (t) => {
  const csv = answerOf(undefined, { content: { 'text/csv': { schema: { type: 'string' }, example: 'a,b' } } })
  t.match(csv.to('call', false), { status: 200, headers: { 'content-type': 'text/csv' }, text: 'a,b', isJson: false })
  t.match(answerOf(undefined, {}).to('call', false), { status: 200, text: undefined })
})
