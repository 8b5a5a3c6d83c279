import { isFinal } from '#server/domain/ads/status.ts'
import { type ChangeRule, changeRules, isNew } from '#server/domain/rules/change.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { lockRules, statusRules, trackingRules } from '#server/domain/rules/shared-rules.ts'
import { ctaRules } from './cta-rules.ts'
import { type AdFacts, ad, both } from './facts.ts'
import { partsRules } from './parts-rules.ts'

/** Refuses a batch item whose ad the ad account does not have. */
export const adExists = existenceRule({
  id: 'ad.exists',
  operations: ['ads/update'],
  fields: ['id'],
  message: 'Ad not found.',
  passes: 'The id of an ad of this ad account.',
})

/** Rules about the Pin and the parents of an ad. */
const placeRules: readonly ChangeRule<AdFacts>[] = [
  {
    id: 'ad.ad_group.open',
    isOfCalls: true,
    operations: both,
    fields: ['ad_group_id'],
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message:
      'ad_group_id must be of an ad group that is neither ARCHIVED nor DELETED_DRAFT, in a campaign that is not.',
    sent: ({ adGroup, campaign }) => ({ ad_group: adGroup.status, campaign: campaign.status }),
    violated: (facts) =>
      (isNew(facts) || facts.before?.ad_group_id !== facts.after.ad_group_id) &&
      (isFinal(facts.adGroup.status) || isFinal(facts.campaign.status)),
  },
  {
    id: 'ad.pin.exists',
    operations: both,
    fields: ['pin_id'],
    evidence: 'assumed',
    source: 'a decision of this project; S523 for the code and the text',
    code: 50,
    message: 'Pin not found.',
    passes: 'The id of a Pin that exists in this world.',
    violated: ({ pin }) => pin === undefined,
  },
  {
    id: 'ad.pin.promotable',
    operations: both,
    fields: ['pin_id'],
    waitsForPublish: true,
    evidence: 'observed',
    source: 'C3: REC create-ads; that a draft may wait is assumed',
    code: 2781,
    message: 'Sandboxed Pins may not be promoted.',
    passes: 'A Pin that was not created in the sandbox.',
    violated: ({ pin }) => pin?.is_promotable === 0,
  },
]

/** Every rule about an ad's content, in the order in which violations are reported: an item reports the first alone. */
export const adRules: readonly Rule<AdFacts>[] = changeRules<AdFacts>([
  ...statusRules(ad),
  ...lockRules<AdFacts>(ad, ['creative_type', 'pin_id'], {
    evidence: 'documented',
    source: 'GUIDE Campaign Status for creative_type; S523 AdUpdateRequest for pin_id',
  }),
  ...lockRules<AdFacts>(ad, ['ad_group_id'], {
    evidence: 'assumed',
    source: 'a decision of this project: the ad group decides what an ad may be',
  }),
  ...placeRules,
  ...partsRules,
  ...ctaRules,
  ...trackingRules(ad),
])
