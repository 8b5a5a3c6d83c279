import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of customer segments evaluate. */
export interface CustomerSegmentFacts {
  readonly operation: 'customer_segment/create' | 'customer_segment/update'
  readonly operation_type?: 'UPDATE' | 'REMOVE'
  readonly audience_ids?: readonly string[] | null | undefined
  /** The ids that are of no audience of the ad account. */
  readonly missing: readonly string[]
}

const both = ['customer_segment/create', 'customer_segment/update']

/** Rules about the audiences of a segment; each refuses the request. */
export const customerSegmentRules: readonly Rule<CustomerSegmentFacts>[] = [
  {
    id: 'customer_segment.audience_ids.exist',
    operations: both,
    fields: ['audience_ids'],
    refuses: 'request',
    ...assumed,
    message: 'audience_ids must be of audiences of this ad account.',
    sent: ({ missing }) => missing,
    violated: ({ missing }) => missing.length > 0,
  },
  {
    id: 'customer_segment.audience_ids.required',
    operations: both,
    fields: ['audience_ids'],
    refuses: 'request',
    ...assumed,
    message: 'audience_ids must have an audience, in a creation and with operation_type UPDATE.',
    sent: ({ audience_ids }) => audience_ids,
    when: ({ operation_type = 'UPDATE' }) => operation_type === 'UPDATE',
    violated: ({ audience_ids }) => !audience_ids?.length,
  },
  {
    id: 'customer_segment.audience_ids.update-only',
    operations: ['customer_segment/update'],
    fields: ['audience_ids', 'operation_type'],
    refuses: 'request',
    evidence: 'documented',
    source: 'F122: OAP528; that it is refused, and the code, are assumed',
    code: 1,
    message: 'audience_ids goes with operation_type UPDATE only.',
    sent: ({ audience_ids }) => audience_ids,
    violated: ({ operation_type, audience_ids }) => operation_type === 'REMOVE' && audience_ids != null,
  },
]
