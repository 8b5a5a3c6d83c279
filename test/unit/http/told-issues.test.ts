import t from 'tap'
import { z } from 'zod'
import { operations } from '#openapi/operations.ts'
import { schemaError } from '#server/http/validation/validator.ts'
import { entityKinds } from '#server/registry/editable-entities.ts'
import { requestSchemas } from '#server/registry/request-schemas.ts'
import { mistakesOf } from '#server/seeds/mistakes.ts'
import { seedSchema } from '#server/seeds/schema.ts'

/** Returns a schema and all that it is made of. */
function* partsOf(schema: z.core.$ZodType, seen: Set<unknown>): Generator<z.ZodType> {
  if (seen.has(schema)) return
  seen.add(schema)
  yield schema as z.ZodType
  for (const inner of innerOf(schema)) yield* partsOf(inner, seen)
}

function innerOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options
  if (schema instanceof z.ZodObject) return Object.values<z.core.$ZodType>(schema.shape)
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodRecord) return [schema.valueType]
  if (schema instanceof z.ZodPipe) return [schema.in, schema.out]
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? [schema.unwrap()]
    : []
}

const values = [{}, [], 7, 'x', null, true, { zz: 1 }, [{}], { catalog_type: 'RETAIL' }, { all_of: [{}] }]

/** Returns the issues of parts of a schema with values that few of them take. */
function* issuesIn(schema: z.ZodType, seen: Set<unknown>) {
  for (const part of partsOf(schema, seen))
    for (const value of values) {
      const issues = part.safeParse(value).error?.issues
      if (issues !== undefined) yield { value, issues }
    }
}

/** What zod says by itself, which tells neither what was sent nor what is allowed. */
const bare = /\bInvalid (input|key|value|option|string|discriminator|number)/

t.test('whatever a request to the API has wrong, it is told what is allowed', async (t) => {
  const seen = new Set<unknown>()
  for (const [id, { body, querystring }] of await requestSchemas(operations.map((operation) => operation.id)))
    for (const [part, schema] of Object.entries({ body, querystring }))
      for (const { value, issues } of schema === undefined ? [] : issuesIn(schema, seen)) {
        const { message, parts = [] } = schemaError(part, value, issues)
        const texts = [message, ...parts.map(({ allowed }) => String(allowed))]
        if (texts.some((text) => bare.test(text))) t.fail(`${id}: ${JSON.stringify(value)}`, { texts })
      }
  t.ok(seen.size > 1000)
})

t.test('so is it of a seed, and of a direct edit', async (t) => {
  const seen = new Set<unknown>()
  const edits = entityKinds.flatMap(({ change, creation }) =>
    creation === undefined ? [change] : [change, creation.item],
  )
  for (const schema of [seedSchema(), ...edits])
    for (const { value, issues } of issuesIn(schema, seen)) {
      const reasons = mistakesOf(issues, value, () => []).described.map(({ reason }) => reason)
      if (reasons.some((reason) => bare.test(reason))) t.fail(JSON.stringify(value), { reasons })
    }
  t.ok(seen.size > 1000)
})
