import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import { type MerchantFacts, merchantRules } from '#server/resources/accounts/users/merchant-rules.ts'

/** The facts that the rules about a list of item issues evaluate. */
export interface ItemIssueFacts {
  readonly catalogType: string
  readonly hasNumbers: boolean
  readonly hasIssue: boolean
}

const notImplemented = {
  operations: ['items_issues/list'],
  refuses: 'request',
  status: 501,
  evidence: 'documented',
  source: 'F89 (S523 items_issues/list)',
  code: 4181,
  message: 'Not implemented at the moment. Please, see documentation.',
  literal: true,
} as const

/** Rules about an ingestion. */
export const ingestRules: readonly Rule<MerchantFacts>[] = [
  ...merchantRules('feed.ingest', ['feeds/ingest'], ['disapproved', 'under-review']),
]

/** Rules about lists of item issues. */
export const itemIssueRules: readonly Rule<ItemIssueFacts>[] = [
  {
    ...notImplemented,
    id: 'item_issues.one-filter',
    fields: ['item_numbers', 'item_validation_issue'],
    passes: 'One of item_numbers and item_validation_issue.',
    violated: ({ hasNumbers, hasIssue }) => hasNumbers && hasIssue,
  },
  {
    ...notImplemented,
    id: 'item_issues.retail-only',
    evidence: 'assumed',
    source: 'S523 items_issues/list refers other types to reports',
    fields: ['processing_result_id'],
    passes: 'A processing result of a feed of the catalog_type RETAIL.',
    violated: ({ catalogType }) => catalogType !== 'RETAIL',
  },
]

/** Every rule about processing results. */
export const processingResultRules: readonly RuleEntry[] = [...ingestRules, ...itemIssueRules]
