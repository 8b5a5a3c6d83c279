import { z } from 'zod'
import { evidences } from '../domain/rules/rule.ts'
import { RefusedPlace } from './refused-part.ts'

const Change = z
  .object({
    in: z.enum(['body', 'query']),
    field: z.string().meta({ description: 'Its place: `[0].daily_spend_cap`.' }),
    sent: z.unknown().meta({ description: 'The value that was sent; null where there was none.' }),
    passes: z.unknown().meta({ description: 'The value that passes; null where the field is left out.' }),
    change: z.enum(['set', 'added', 'removed']),
  })
  .meta({ id: 'PassingChange' })

/** A request that would pass in place of the refused one. */
export const PassingRequest = z
  .object({
    method: z.string(),
    path: z.string().meta({ description: 'As it was sent, without the query.' }),
    query: z.record(z.string(), z.unknown()).nullable(),
    body: z.unknown().meta({ description: 'The whole body; null where there is none.' }),
    changes: z.array(Change).meta({ description: 'Where it differs; empty where the same request passes now.' }),
  })
  .meta({
    id: 'PassingRequest',
    description:
      'The request with the smallest change with which nothing refuses it, as it was tried on a copy of the world.',
  })

/** One reason for which a request was refused. */
export const Reason = z
  .object({
    rule: z.string(),
    refuses: z.enum(['protocol', 'item', 'request']),
    item: z.int().nullable().meta({ description: 'The place in the batch of what was refused, from 0.' }),
    in: RefusedPlace,
    field: z.string().nullable(),
    fields: z.array(z.string()).meta({ description: 'All fields that the rule looks at.' }),
    sent: z.unknown().meta({ description: 'What was refused, as far as it is known.' }),
    allowed: z.string().meta({ description: "In the rule's message, unless that is the real service's own words." }),
    code: z.int(),
    message: z.string(),
    explanation: z
      .string()
      .nullable()
      .meta({ description: 'Why, where the message keeps it to itself: when a token expired, which scope it lacks.' }),
    evidence: z.enum(evidences),
    source: z.string(),
    passes: z.string().meta({ description: 'What would have passed, in words.' }),
    passing_request: PassingRequest.nullable(),
    no_passing_request: z
      .string()
      .nullable()
      .meta({ description: 'Why there is no request that passes: none was found, or nothing was searched.' }),
  })
  .meta({ id: 'Reason', description: 'One refusal: of whom, of what, and what would have passed.' })

/** An operation that a call may have meant. */
export const NearOperation = z
  .object({ operation: z.string(), method: z.string(), path: z.string() })
  .meta({ id: 'NearOperation' })

/** The result of `why`: the reasons for which a request was refused, if it was. */
export const WhyReply = z
  .object({
    id: z.string(),
    operation: z.string().nullable(),
    status: z.int().nullable(),
    verdict: z.enum(['passed', 'partly refused', 'refused', 'failed', 'unanswered']),
    reasons: z.array(Reason),
    warnings: z.array(z.string()),
    ignored_fields: z
      .array(z.string())
      .meta({ description: 'What was sent that no version of the API known here describes, and that was let pass.' }),
    deprecated: z.array(z.string()),
    faults: z.array(z.string()),
    near_operations: z.array(NearOperation).meta({ description: 'What a call that matched nothing may have meant.' }),
  })
  .meta({ id: 'Why' })

/** One reason, before it is parsed. */
export type Reason = z.input<typeof Reason>
