import { z } from 'zod'
import { operations } from '#openapi/operations.ts'
import { nearest } from '../http/nearest.ts'
import { callMatchFields } from '../http/schema/call-match-fields.ts'
import { allApiErrors } from '../registry/api-errors.ts'
import { allRules } from '../registry/rules.ts'

/**
 * Returns the schema of a name from a list. Other names are refused: with a misspelt one, a test that expects no
 * request would always pass.
 */
const oneOf = (kind: string, names: readonly string[]) =>
  z.string().refine((name) => names.includes(name), {
    error: ({ input }) => `is no ${kind}. Did you mean ${nearest(String(input), names)}?`,
  })

const operationIds = operations.map(({ id }) => id)
/** The ids that a match may have as its rule. */
export const ruleIds = [...Object.keys(allApiErrors), ...allRules.map(({ id }) => id), 'fault.item']

/** Criteria that select requests; a request has to meet all of them. */
export const Match = z
  .strictObject({
    ...callMatchFields,
    operation: oneOf('operation of the API', operationIds).optional().meta({ example: 'campaigns/create' }),
    status: z
      .union([z.int(), z.string().regex(/^[1-5](\d\d|xx)$/i, 'must be such as 404 or 4xx')])
      .optional()
      .meta({ description: 'A status, or a class of them.', example: '4xx' }),
    rule: oneOf('rule or problem', ruleIds)
      .optional()
      .meta({ description: 'A rule or problem that refused.', example: 'request.schema' }),
    since: z
      .string()
      .regex(/^\d+$/, 'is no id of a request, as answers have it in x-mock-request-id')
      .optional()
      .meta({ description: 'The id of a request: those after it.' }),
    warnings: z.boolean().optional().meta({ description: 'With warnings, or without.' }),
    faults: z.boolean().optional().meta({ description: 'With faults, or without.' }),
  })
  .meta({ id: 'RequestMatch', example: { operation: 'campaigns/create', body_path: '[0].name', body_equals: 'Sale' } })

/** Criteria that select requests. */
export type Match = z.output<typeof Match>
