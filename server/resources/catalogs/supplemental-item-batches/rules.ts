import type { Rule } from '#server/domain/rules/rule.ts'
import { type MerchantFacts, merchantRules } from '#server/resources/accounts/users/merchant-rules.ts'

/** Rules about a batch of local inventory: what state of the business refuses it. */
export const supplementalItemBatchRules: readonly Rule<MerchantFacts>[] = merchantRules(
  'supplemental_item_batch',
  ['catalogs_local_inventory_items_batch/operate'],
  ['disapproved', 'under-review'],
  { evidence: 'assumed', source: 'F88 of items_batch/post; for local inventory a decision of this project' },
)
