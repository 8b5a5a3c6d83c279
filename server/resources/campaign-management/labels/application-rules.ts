import { type EntityStatus, isFinal } from '#server/domain/ads/status.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { LabelStatus, LabelType } from './schema.ts'

/** How many labels of a type a campaign may have. */
export const mostOnCampaign: Readonly<Record<LabelType, number>> = { BRAND: 1, CUSTOM: 30 }
const mostEntities = 250

/** The facts that the rules about applying a label to a campaign, or removing it, evaluate. */
export interface ApplicationFacts {
  readonly operation: string
  readonly campaign: { readonly status: EntityStatus } | undefined
  readonly label: { readonly label_type: LabelType; readonly status: LabelStatus }
  readonly applied: () => boolean
  /** Returns the number of the campaign's ACTIVE labels of this type. */
  readonly active: () => number
}

const adds = ({ operation, label, applied }: ApplicationFacts): boolean =>
  operation !== 'labels/remove' && label.status === 'ACTIVE' && !applied()

/** Refuses to apply a label to a missing campaign, or to remove it. */
export const labeledCampaignRules: readonly Rule<ApplicationFacts>[] = [
  {
    id: 'label.apply.campaign',
    isOfCalls: ({ campaign }) => campaign !== undefined,
    operations: ['labels/apply', 'labels/remove', 'labels/create'],
    fields: ['entity_ids', 'parent_id'],
    refuses: 'item',
    essential: true,
    evidence: 'documented',
    source: 'GUIDE Apply a label; that archived campaigns count as gone is assumed',
    code: 2,
    message: 'The provided campaign ID does not exist or is not accessible.',
    passes: 'The id of a campaign of this ad account that is not finally deleted.',
    violated: ({ campaign }) => campaign === undefined || isFinal(campaign.status),
  },
]

/** Rules about a label on an existing campaign. */
export const applicationRules: readonly Rule<ApplicationFacts>[] = [
  {
    id: 'label.apply.one-brand',
    operations: ['labels/apply', 'labels/create'],
    fields: ['entity_ids', 'parent_id'],
    refuses: 'item',
    evidence: 'documented',
    source: 'GUIDE Label a campaign; the text is assumed',
    code: 1,
    message: 'A campaign takes 1 BRAND label, and this one has another.',
    passes: 'The same after labels/remove has taken the other BRAND label away.',
    when: (facts) => facts.label.label_type === 'BRAND' && adds(facts),
    violated: ({ active }) => active() >= mostOnCampaign.BRAND,
  },
  {
    id: 'label.apply.thirty-custom',
    operations: ['labels/apply', 'labels/create'],
    fields: ['entity_ids', 'parent_id'],
    refuses: 'item',
    evidence: 'documented',
    source: 'GUIDE Label a campaign; the text is assumed',
    code: 1,
    message: 'A campaign takes 30 CUSTOM labels, and this one has them.',
    passes: 'The same after labels/remove has taken one of them away.',
    when: (facts) => facts.label.label_type === 'CUSTOM' && adds(facts),
    violated: ({ active }) => active() >= mostOnCampaign.CUSTOM,
  },
  {
    id: 'label.remove.applied',
    operations: ['labels/remove'],
    fields: ['entity_ids'],
    refuses: 'item',
    essential: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'The label is not applied to this campaign.',
    passes: 'A campaign that labels/apply has given the label.',
    when: ({ operation }) => operation === 'labels/remove',
    violated: ({ applied }) => !applied(),
  },
]

/** Rules about the list of campaigns in a request; each refuses the request. */
export const entityIdsRules: readonly Rule<{ readonly entity_ids: readonly string[] }>[] = [
  {
    id: 'label.apply.entities',
    operations: ['labels/apply', 'labels/remove'],
    fields: ['entity_ids'],
    refuses: 'request',
    evidence: 'documented',
    source: 'GUIDE Apply a label (at most 250); the refusal and its code are assumed',
    code: 1,
    message: 'Invalid request: entity_ids takes 1 to 250 campaign ids.',
    sent: ({ entity_ids }) => entity_ids.length,
    violated: ({ entity_ids }) => entity_ids.length === 0 || entity_ids.length > mostEntities,
  },
  {
    id: 'label.apply.once',
    operations: ['labels/apply', 'labels/remove'],
    fields: ['entity_ids'],
    refuses: 'request',
    essential: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'Invalid request: entity_ids takes each campaign id once.',
    sent: ({ entity_ids }) => entity_ids.find((id, index) => entity_ids.indexOf(id) !== index),
    violated: ({ entity_ids }) => new Set(entity_ids).size !== entity_ids.length,
  },
]
