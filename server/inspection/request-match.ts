import { z } from 'zod'
import { nearest } from '../http/nearest.ts'
import { callMatchFields } from '../http/schema/call-match-fields.ts'
import { answerSources } from '../journal/answer-source.ts'
import { allApiErrors } from '../registry/api-errors.ts'
import { allRules } from '../registry/rules.ts'

/**
 * Returns the schema of a name from a list. Other names are refused: with a misspelt one, a test that expects no
 * request would always pass.
 */
const oneOf = (kind: string, names: readonly string[]) =>
  z.string().refine((name) => names.includes(name), {
    error: ({ input }) => `is no ${kind}. Did you mean ${nearest(input, names)}?`,
  })

/** The ids that a match may have as its rule. */
export const ruleIds = [...Object.keys(allApiErrors), ...allRules.map(({ id }) => id), 'fault.item']

/** Criteria that select requests; a request has to meet all of them. */
export const Match = z
  .strictObject({
    ...callMatchFields,
    status: z
      .union([z.int(), z.string().regex(/^[1-5](\d\d|xx)$/i, 'must be such as 404 or 4xx')])
      .optional()
      .meta({ description: 'Status, or a class: `4xx`, for example.', example: '4xx' }),
    rule: oneOf('rule or problem', ruleIds)
      .optional()
      .meta({ description: 'Id of a rule or error that refused the request.', example: 'request.schema' }),
    since: z
      .string()
      .regex(/^\d+$/, 'is no id of a request, as answers have it in x-mock-request-id')
      .optional()
      .meta({ description: 'Id of a request. Returns requests after it.' }),
    warnings: z.boolean().optional().meta({ description: 'Whether requests must have warnings or must have none.' }),
    fallback: z.enum(answerSources).optional().meta({
      description: 'Source of the response: `contract` for a description, `recorded` for a recording.',
    }),
    differs: z.boolean().optional().meta({
      description: 'Whether the server that `forward` names must have answered otherwise.',
    }),
    faults: z.boolean().optional().meta({ description: 'Whether faults must have affected the request.' }),
  })
  .meta({ id: 'RequestMatch', example: { operation: 'campaigns/create', body_path: '[0].name', body_equals: 'Sale' } })

/** Criteria that select requests. */
export type Match = z.output<typeof Match>
