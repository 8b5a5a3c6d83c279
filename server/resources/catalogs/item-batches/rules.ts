import type { Rule } from '#server/domain/rules/rule.ts'
import { type MerchantFacts, merchantRules } from '#server/resources/accounts/users/merchant-rules.ts'

/** Rules about a batch of items: what state of the business refuses it. */
export const itemBatchRules: readonly Rule<MerchantFacts>[] = merchantRules(
  'item_batch',
  ['items_batch/post'],
  ['disapproved', 'under-review'],
)
