import { z } from 'zod'
import type { Redactor } from '../domain/redaction/redactor.ts'
import { type Comparison, comparisonStates, type FoundDifference } from '../journal/comparison.ts'

const fields = {
  kind: z.string().meta({ description: 'Kind of the difference: `status`, `code`, `field-missing`, for example.' }),
  at: z.string().meta({ description: 'Key path of the field or name of the header; empty for the response itself.' }),
  mock: z.string().nullable().meta({ description: 'Answer of this server.' }),
  target: z.string().nullable().meta({ description: 'Answer of the other server.' }),
}

/** One way in which another server answered a call otherwise. */
export const AnswerDifference = z.object(fields).meta({ id: 'AnswerDifference' })

/** How another server answered a call. */
export const ComparisonView = z
  .object({
    state: z.enum(comparisonStates),
    status: z.int().nullable().meta({ description: 'Status of its response.' }),
    differences: z.array(AnswerDifference),
    reason: z.string().nullable().meta({ description: 'Reason for which there is nothing to compare.' }),
  })
  .meta({
    id: 'Comparison',
    description: 'Response of the server that `forward` names, compared with that of this one.',
  })

/** Converts a comparison to its redacted view. */
export const comparisonView = (
  comparison: Comparison | null,
  redactor: Redactor,
): z.input<typeof ComparisonView> | null =>
  comparison && {
    state: comparison.state,
    status: comparison.status,
    differences: comparison.differences.map((one) => differenceView(one, redactor)),
    reason: comparison.reason && redactor.text(comparison.reason),
  }

/** Converts a difference to its redacted view. */
export const differenceView = (
  { kind, at, mock, target }: FoundDifference,
  redactor: Redactor,
): z.input<typeof AnswerDifference> => ({
  kind,
  at: redactor.text(at),
  mock: mock && redactor.text(mock),
  target: target && redactor.text(target),
})
