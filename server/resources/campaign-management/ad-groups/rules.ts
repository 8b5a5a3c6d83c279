import { changeRules } from '#server/domain/rules/change.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { lockRules, scheduleRules, statusRules, trackingRules } from '#server/domain/rules/shared-rules.ts'
import { bidRules } from './bid-rules.ts'
import { budgetRules } from './budget-rules.ts'
import { type AdGroupFacts, adGroup } from './facts.ts'
import { performancePlusRules } from './performance-plus-rules.ts'
import { promotionRules } from './promotion-rules.ts'
import { windowRules } from './schedule-rules.ts'
import { targetingRules } from './targeting-rules.ts'
import { templateRules } from './template-rules.ts'

/** Refuses a batch item whose ad group the ad account does not have. */
export const adGroupExists = existenceRule({
  id: 'ad_group.exists',
  operations: [
    'ad_groups/update',
    'ads/create',
    'ads/update',
    'product_group_promotions/create',
    'product_group_promotions/update',
  ],
  fields: ['id', 'ad_group_id'],
  message: 'Ad group not found.',
  passes: 'The id of an ad group of this ad account.',
})

/** Every rule about an ad group's content, in the order in which violations are reported. */
export const adGroupRules: readonly Rule<AdGroupFacts>[] = changeRules<AdGroupFacts>([
  ...statusRules(adGroup),
  ...lockRules<AdGroupFacts>(adGroup, ['budget_type', 'billable_event'], {
    evidence: 'documented',
    source: 'GUIDE Campaign Status; S523 ActionType, BudgetType',
  }),
  ...lockRules<AdGroupFacts>(adGroup, ['campaign_id'], {
    evidence: 'assumed',
    source: 'a decision of this project: the campaign decides what an ad group may be',
  }),
  ...budgetRules,
  ...scheduleRules(adGroup),
  ...windowRules,
  ...bidRules,
  ...targetingRules,
  ...templateRules,
  ...promotionRules,
  ...performancePlusRules,
  ...trackingRules(adGroup),
])

/** The facts about a whole update of ad groups, before its items are evaluated. */
export interface AdGroupUpdateFacts {
  readonly items: readonly { readonly tracking_urls?: Readonly<Record<string, unknown>> | null | undefined }[]
}

const unsupportedEvents = ['buyable_button', 'audience_verification']

/** Rules about a whole update; each refuses the request. */
export const adGroupUpdateRules: readonly Rule<AdGroupUpdateFacts>[] = [
  {
    id: 'ad_group.tracking.update-events',
    operations: ['ad_groups/update'],
    fields: ['tracking_urls'],
    refuses: 'request',
    evidence: 'observed',
    source: 'PSDK PR #177: HTTP 400 since August 2026; the text is assumed',
    code: 1,
    message: `Invalid request: tracking_urls takes impression, click and engagement in an update, not ${unsupportedEvents.join(' or ')}.`,
    violated: ({ items }) =>
      items.some(({ tracking_urls }) => unsupportedEvents.some((event) => tracking_urls?.[event] != null)),
  },
]

/** The facts that the rules about a list of ad groups evaluate: its filters. */
export interface AdGroupListFacts {
  readonly campaign_ids?: unknown
  readonly ad_group_ids?: unknown
}

/** Rules about a list; each refuses the request. */
export const adGroupListRules: readonly Rule<AdGroupListFacts>[] = [
  {
    id: 'ad_group.list.one-filter',
    operations: ['ad_groups/list'],
    fields: ['ad_group_ids', 'campaign_ids'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S528 ad_groups/list; the code is assumed',
    code: 1,
    message: 'Invalid request: campaign_ids and ad_group_ids cannot be used together.',
    violated: ({ campaign_ids, ad_group_ids }) => campaign_ids !== undefined && ad_group_ids !== undefined,
  },
]
