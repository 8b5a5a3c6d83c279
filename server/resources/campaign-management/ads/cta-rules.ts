import type { CallToAction } from '#server/domain/ads/calls-to-action.ts'
import type { Objective } from '#server/domain/ads/objectives.ts'
import type { ChangeRule } from '#server/domain/rules/change.ts'
import { type AdFacts, both } from './facts.ts'

const direct: readonly CallToAction[] = [
  'LEARN_MORE',
  'SHOP_NOW',
  'BOOK_NOW',
  'SIGN_UP',
  'VISIT_SITE',
  'BUY_NOW',
  'GET_OFFER',
  'ORDER_NOW',
  'ADD_TO_CART',
]

/** The calls to action that each objective is known to allow; objectives without an entry are not evaluated. */
const callsOf: Partial<Record<Objective, readonly CallToAction[]>> = {
  AWARENESS: [],
  VIDEO_COMPLETION: [],
  VIDEO_VIEW: [],
  CONSIDERATION: direct,
  WEB_SESSIONS: direct,
  WEB_CONVERSION: direct,
  SALES: direct,
  CATALOG_SALES: ['SHOP_NOW', 'BOOK_NOW', 'ON_SALE', 'GET_DEAL'],
}

const conversions: readonly Objective[] = ['WEB_CONVERSION', 'SALES']

const callsFor = ({ campaign }: AdFacts) => callsOf[campaign.objective_type]

const countsAddedToCart = ({ campaign, adGroup }: AdFacts): boolean =>
  conversions.includes(campaign.objective_type) &&
  adGroup.optimization_goal_metadata.conversion_tag_v3_goal_metadata?.conversion_event === 'ADD_TO_CART'

/** Rules about calls to action and objectives. */
export const ctaRules: readonly ChangeRule<AdFacts>[] = [
  {
    id: 'ad.cta.objective',
    operations: both,
    fields: ['customizable_cta_type', 'ad_group_id'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project; S523 CustomizableCTAType: for ads with direct links',
    code: 1,
    message: 'customizable_cta_type cannot be set under objective_type AWARENESS, VIDEO_COMPLETION or VIDEO_VIEW.',
    sent: ({ after, campaign }) => `${after.customizable_cta_type}, ${campaign.objective_type}`,
    violated: (facts) => facts.after.customizable_cta_type !== null && callsFor(facts)?.length === 0,
  },
  {
    id: 'ad.cta.values',
    operations: both,
    fields: ['customizable_cta_type', 'lead_form_id', 'ad_group_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 CustomizableCTAType, AdPreviewShopping; lead ads are not judged',
    code: 1,
    message: "customizable_cta_type does not go with the campaign's objective_type.",
    sent: (facts) => ({ customizable_cta_type: facts.after.customizable_cta_type, allowed: callsFor(facts) }),
    violated: (facts) => {
      const { customizable_cta_type: call, lead_form_id } = facts.after
      const calls = callsFor(facts) ?? []
      return call !== null && lead_form_id === null && calls.length > 0 && !calls.includes(call)
    },
  },
  {
    id: 'ad.cta.add-to-cart',
    operations: both,
    fields: ['customizable_cta_type', 'ad_group_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 CustomizableCTAType',
    code: 1,
    message:
      'customizable_cta_type ADD_TO_CART is for conversion campaigns, in ad groups that optimize for ADD_TO_CART.',
    sent: ({ campaign }) => campaign.objective_type,
    violated: (facts) =>
      facts.after.customizable_cta_type === 'ADD_TO_CART' &&
      (callsFor(facts) ?? direct).includes('ADD_TO_CART') &&
      !countsAddedToCart(facts),
  },
]
