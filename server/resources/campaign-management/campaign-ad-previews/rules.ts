import { assumed } from '#server/domain/rules/assumed.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import type { Previewable } from './facts.ts'

/** Refuses an ad group that the ad account does not have. */
export const previewedAdGroupExists = existenceRule({
  id: 'campaign_ad_preview.ad_group.exists',
  operations: ['campaign_ad_preview/create', 'campaign_ad_preview/delete'],
  fields: ['ad_group_id', 'ad_group_ids'],
  message: 'Ad group not found.',
  passes: 'The id of an ad group of this ad account.',
})

/** Rules about the ads of an ad group; each refuses an item. */
export const previewRules: readonly Rule<Previewable>[] = [
  {
    id: 'campaign_ad_preview.ads.some',
    operations: ['campaign_ad_preview/create'],
    fields: ['ad_group_id'],
    refuses: 'item',
    essential: true,
    ...assumed,
    message: 'ad_group_id must be of an ad group with an ad or a product group that is neither archived nor deleted.',
    violated: ({ first }) => first === undefined,
  },
  {
    id: 'campaign_ad_preview.ads.complete',
    operations: ['campaign_ad_preview/create'],
    fields: ['ad_group_id'],
    refuses: 'item',
    evidence: 'documented',
    source: 'F7: an error with any ad; that a deleted Pin is one, the code and the text are assumed',
    code: 1,
    message: 'ad_group_id must be of an ad group without an ad whose Pin was deleted.',
    sent: ({ broken }) => broken,
    violated: ({ broken }) => broken.length > 0,
  },
]

/** Refuses the removal of other ad groups' previews beside one that was refused. */
export const previewsKept: Rule<{ readonly refused: number }> = {
  id: 'campaign_ad_preview.delete.all',
  operations: ['campaign_ad_preview/delete'],
  fields: ['ad_group_ids'],
  refuses: 'item',
  essential: true,
  evidence: 'documented',
  source: 'F118: nothing is deleted before all ad groups were validated; the code and the text are assumed',
  code: 1,
  message: 'Nothing was deleted, since another ad group was refused.',
  passes: 'The ids of ad groups of this ad account alone.',
  violated: ({ refused }) => refused > 0,
}

/** All rules of previews. */
export const campaignAdPreviewRules: readonly RuleEntry[] = [previewedAdGroupExists, ...previewRules, previewsKept]
