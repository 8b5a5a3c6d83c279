import { z } from 'zod'
import { knownBy } from '../domain/rules/rule.ts'
import { answerSources } from '../journal/answer-source.ts'
import { ComparisonView } from './comparison-schema.ts'
import { RefusedPlace } from './refused-part.ts'

const Change = z
  .object({
    in: z.enum(['body', 'query']),
    field: z.string().meta({ description: 'Path of the field in its part of the request: `[0].daily_spend_cap`.' }),
    sent: z.unknown().meta({ description: 'Value in the refused request. Null where the field was absent.' }),
    passes: z.unknown().meta({ description: 'Value in the passing request. Null where the field is absent.' }),
    change: z.enum(['set', 'added', 'removed']),
  })
  .meta({ id: 'PassingChange' })

/** A request that would pass in place of the refused one. */
export const PassingRequest = z
  .object({
    method: z.string(),
    path: z.string().meta({ description: 'Path of the refused request, without the query.' }),
    query: z.record(z.string(), z.unknown()).nullable(),
    body: z.unknown().meta({ description: 'Whole body. Null where the request has none.' }),
    changes: z
      .array(Change)
      .meta({ description: 'Differences from the refused request. Empty where the same request passes now.' }),
  })
  .meta({
    id: 'PassingRequest',
    description: 'Request with the smallest change with which no rule is violated, tested on a copy of the world.',
  })

/** One reason for which a request was refused. */
export const Reason = z
  .object({
    rule: z.string(),
    refuses: z.enum(['protocol', 'item', 'request']),
    item: z.int().nullable().meta({ description: 'Index of the refused item in the batch, from 0.' }),
    in: RefusedPlace,
    field: z.string().nullable(),
    fields: z.array(z.string()).meta({ description: 'All fields of the rule.' }),
    sent: z.unknown().meta({ description: 'Refused value, where it is known.' }),
    allowed: z.string().meta({ description: 'Allowed values. Absent where the message names them.' }),
    code: z.int(),
    message: z.string(),
    explanation: z
      .string()
      .nullable()
      .meta({ description: 'Reason that the message does not state: when a token expired, which scope is missing.' }),
    evidence: z.enum(knownBy),
    source: z.string(),
    passes: z.string().meta({ description: 'Description of a request that passes.' }),
    passing_request: PassingRequest.nullable(),
    no_passing_request: z
      .string()
      .nullable()
      .meta({ description: 'Reason for which no passing request was found. Null where there is one.' }),
  })
  .meta({ id: 'Reason', description: 'One violation, with the rule, the field and a request that passes.' })

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
    ignored_fields: z.array(z.string()).meta({
      description: 'Fields that were sent and accepted, although no known version of the API describes them.',
    }),
    deprecated: z.array(z.string()),
    faults: z.array(z.string()),
    stub: z.string().nullable().meta({ description: 'Id of the stub that answered.' }),
    fallback: z.enum(answerSources).nullable().meta({ description: 'Source of the response, if not this server.' }),
    comparison: ComparisonView.nullable().meta({
      description: 'Differences of the answer of another server; null where none was called.',
    }),
    near_operations: z.array(NearOperation).meta({ description: 'Operations that an unmatched call may have meant.' }),
  })
  .meta({ id: 'Why' })

/** One reason, before it is parsed. */
export type Reason = z.input<typeof Reason>
