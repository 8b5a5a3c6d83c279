import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { DeletionRequestCreate } from './schema.ts'

/** The facts that the rules of requests for deletion evaluate. */
export interface DeletionRequestFacts {
  readonly operation: 'conversion_deletion_request/create' | 'conversion_deletion_request/delete'
  readonly targets?: DeletionRequestCreate['deletion_targets']
  /** The status of a stored request. */
  readonly status?: string
}

const looksLikeEmail = /^\s*[^\s@]+@[^\s@]+\s*$/

/** Rules about requests for deletion; each refuses the request. */
export const deletionRequestRules: readonly Rule<DeletionRequestFacts>[] = [
  {
    id: 'conversion_deletion_request.targets.some',
    operations: ['conversion_deletion_request/create'],
    fields: ['user_emails', 'epiks'],
    refuses: 'request',
    evidence: 'documented',
    source: 'F120: OAP528; the code is assumed',
    code: 1,
    message: 'deletion_targets must have user_emails, epiks, or both.',
    sent: ({ targets }) => targets,
    when: ({ targets }) => targets !== undefined,
    violated: ({ targets }) => !targets?.user_emails?.length && !targets?.epiks?.length,
  },
  {
    id: 'conversion_deletion_request.emails.plain',
    operations: ['conversion_deletion_request/create'],
    fields: ['user_emails'],
    refuses: 'request',
    ...assumed,
    source: 'a decision of this project; F120: OAP528: they are plain text',
    message: 'user_emails must be email addresses as plain text.',
    sent: ({ targets }) => targets?.user_emails?.filter((email) => !looksLikeEmail.test(email)),
    violated: ({ targets }) => targets?.user_emails?.some((email) => !looksLikeEmail.test(email)) ?? false,
  },
  {
    id: 'conversion_deletion_request.cancel.pending',
    operations: ['conversion_deletion_request/delete'],
    fields: ['request_id'],
    refuses: 'request',
    evidence: 'documented',
    source: 'F120: OAP528; the code is assumed',
    code: 1,
    message: 'A request can be cancelled only while its status is PENDING, for 72 hours.',
    passes: 'The id of a request that is PENDING.',
    sent: ({ status }) => status,
    when: ({ status }) => status !== undefined,
    violated: ({ status }) => status !== 'PENDING',
  },
]
