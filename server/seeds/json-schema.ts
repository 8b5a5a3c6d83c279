import { z } from 'zod'
import { seedSchema } from './schema.ts'

/** Returns the JSON Schema of seeds, draft 2020-12, with which editors complete and check seed files. */
export const seedJsonSchema = (): object => ({
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
