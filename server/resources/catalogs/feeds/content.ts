import { z } from 'zod'

/** The most rows that test control takes, and the most sample products that it makes. */
const mostRows = 1_000
const mostSamples = 1_000_000

const content = z.union([
  z.strictObject({
    rows: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])))
      .max(mostRows)
      .meta({ description: 'Rows by the names of their columns.' }),
  }),
  z.strictObject({
    samples: z.int().min(0).max(mostSamples).meta({ description: 'Number of sample products, all of them valid.' }),
  }),
  z.strictObject({
    error: z
      .enum(['FETCH_ERROR', 'ENCODING_ERROR', 'MALFORMED_XML', 'DELIMITER_ERROR', 'INTERNAL_SERVICE_ERROR'])
      .meta({ description: 'Error by which the file cannot be read.' }),
  }),
])

const description = 'Content of a feed in place of its file: rows, sample products, or an error.'

/** What a feed has in place of a file: rows as a file has them, or a number of sample products. */
export const FeedContent = content.meta({ id: 'FeedContent', description, example: { samples: 100 } })
/** What a feed has in place of a file. */
export type FeedContent = z.output<typeof FeedContent>

/** The same in a seed. */
export const SeededContent = content.meta({ description })
