import { z } from 'zod'
import { seedSchema } from './schema.ts'

/** The JSON Schema of seeds, draft 2020-12: editors complete and check seed files with it. */
export const seedJsonSchema = (): object => ({
  title: 'A seed of pinterest-ads-mock',
  description: 'Entities by kind, as their creation takes them, with aliases for what has no id yet.',
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
