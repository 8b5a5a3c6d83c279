import { z } from 'zod'
import { seedSchema } from './schema.ts'

let made: Readonly<Record<string, unknown>> | undefined

/** Returns the JSON Schema of seeds, draft 2020-12, with which editors complete and check seed files; made once. */
export function seedJsonSchema(): Readonly<Record<string, unknown>> {
  made ??= makeSchema()
  return made
}

const makeSchema = (): Readonly<Record<string, unknown>> => ({
  title: 'A seed of pinterest-ads-mock',
  description: 'Entities by kind, with the fields of their creation. Aliases stand for ids that do not exist yet.',
  ...z.toJSONSchema(seedSchema(), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const { example } = jsonSchema
      delete jsonSchema.example
      if (example !== undefined) jsonSchema.examples = [example]
    },
  }),
})
