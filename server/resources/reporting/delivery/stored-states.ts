import { reachEstimate } from '#server/domain/ads/audience-reach.ts'
import { type CreativeType, videoCreatives } from '#server/domain/ads/creatives.ts'
import type { Objective } from '#server/domain/ads/objectives.ts'
import { approvalTimeOf, type RejectionReason } from '#server/domain/ads/review.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'
import type { TargetingSpec } from '#server/domain/ads/targeting.ts'
import type {
  AdGroupState,
  AdState,
  Budget,
  CampaignState,
  Schedule,
  Targeting,
} from '#server/domain/delivery/facts.ts'
import type { ActiveTransition } from '#server/domain/time/transition.ts'

/** The deciding fields of a campaign as they are stored; a past that was imported may lack some. */
export interface CampaignFields {
  readonly status: EntityStatus
  readonly start_time: number | null
  readonly end_time: number | null
  readonly objective_type?: Objective
  readonly is_campaign_budget_optimization: boolean
  readonly daily_spend_cap: number | null
  readonly lifetime_spend_cap: number | null
  readonly is_flexible_daily_budgets: boolean
  readonly bid_options?: { readonly audience_multipliers?: object | null } | null
}

/** The deciding fields of an ad group as they are stored. */
export interface AdGroupFields {
  readonly status: EntityStatus
  readonly start_time: number | null
  readonly end_time: number | null
  readonly billable_event?: AdGroupState['billableEvent']
  readonly budget_type: 'DAILY' | 'LIFETIME' | 'CBO_ADGROUP'
  readonly budget_in_micro_currency: number | null
  readonly bid_in_micro_currency: number | null
  readonly pacing_delivery_type: 'STANDARD' | 'ACCELERATED' | null
  readonly targeting_spec?: TargetingSpec
  readonly placement_group?: Targeting['placement'] | null
}

/** The deciding fields of an ad as they are stored; the reasons are JSON text. */
export interface AdFields {
  readonly status: EntityStatus
  readonly creative_type: CreativeType
  readonly submitted_at?: number | null
  readonly rejected_reasons?: string
  readonly quiz_pin_data?: { readonly results?: readonly (QuizResult | null)[] | null } | null
}

/** A result of a quiz, as far as it tells it from others. */
interface QuizResult {
  readonly result_id?: number | null
  readonly organic_pin_id?: string | null
}

/** The deciding fields of a product group promotion as they are stored. */
export interface ProductGroupFields {
  readonly status: EntityStatus
  readonly included: boolean
  readonly creative_type: CreativeType
  readonly bid_in_micro_currency: number | null
  readonly is_generate_background?: boolean
  readonly is_image_auto_resizing?: boolean | null
}

/** Returns what the fields of a campaign decide about its delivery. */
export const campaignStateOf = (fields: CampaignFields): CampaignState => ({
  isActive: fields.status === 'ACTIVE',
  schedule: scheduleOf(fields),
  objective: fields.objective_type ?? 'AWARENESS',
  budget: fields.is_campaign_budget_optimization ? campaignBudget(fields) : undefined,
  multipliedAudiences: Object.keys(fields.bid_options?.audience_multipliers ?? {}),
})

/** Returns what the fields of an ad group decide about its delivery. */
export const adGroupStateOf = (fields: AdGroupFields): AdGroupState => ({
  isActive: fields.status === 'ACTIVE',
  schedule: scheduleOf(fields),
  budget:
    fields.budget_in_micro_currency == null
      ? undefined
      : { kind: fields.budget_type === 'LIFETIME' ? 'lifetime' : 'daily', amount: fields.budget_in_micro_currency },
  billableEvent: fields.billable_event ?? 'IMPRESSION',
  bid: fields.bid_in_micro_currency || null,
  targeting: { spec: fields.targeting_spec ?? {}, placement: fields.placement_group ?? 'ALL' },
  audience: reachEstimate(fields.targeting_spec ?? {}).estimate,
  isAccelerated: fields.pacing_delivery_type === 'ACCELERATED',
})

/**
 * Returns what the fields of an ad decide about its delivery.
 *
 * @param reviews How reviews end in the world, where its settings say.
 */
export function adStateOf(fields: AdFields, reviews: ActiveTransition | undefined): AdState {
  const rejected_reasons = JSON.parse(fields.rejected_reasons ?? '[]') as RejectionReason[]
  return {
    isActive: fields.status === 'ACTIVE',
    approvedAt: approvalTimeOf({ submitted_at: fields.submitted_at ?? null, rejected_reasons }, reviews),
    hasVideo: videoCreatives.includes(fields.creative_type ?? ''),
    creativeType: fields.creative_type,
    quizResults: quizResultsOf(fields),
  }
}

const quizResultsOf = ({ quiz_pin_data }: AdFields): readonly string[] =>
  Array.from(quiz_pin_data?.results ?? [], (result, index) =>
    String(result?.result_id ?? result?.organic_pin_id ?? index + 1),
  )

/** Returns what the fields of a product group promotion decide about its delivery. It is shown without a review. */
export const productGroupStateOf = (fields: ProductGroupFields): AdState => ({
  isActive: fields.status === 'ACTIVE' && fields.included,
  approvedAt: 0,
  hasVideo: false,
  creativeType: fields.creative_type,
  bid: fields.bid_in_micro_currency || null,
  enhancement: enhancementOf(fields),
})

/** Returns how the images of a product group are enhanced. That these are the values of a breakdown is assumed. */
function enhancementOf({ is_generate_background, is_image_auto_resizing }: ProductGroupFields): string | undefined {
  if (is_generate_background) return 'GENERATED_BACKGROUND'
  return is_image_auto_resizing ? 'IMAGE_AUTO_RESIZING' : undefined
}

const scheduleOf = ({ start_time, end_time }: Pick<CampaignFields, 'start_time' | 'end_time'>): Schedule => ({
  from: start_time ?? 0,
  to: end_time ?? Number.POSITIVE_INFINITY,
})

function campaignBudget({
  daily_spend_cap,
  lifetime_spend_cap,
  is_flexible_daily_budgets,
}: CampaignFields): Budget | undefined {
  if (lifetime_spend_cap) return { kind: 'lifetime', amount: lifetime_spend_cap }
  if (!daily_spend_cap) return undefined
  return { kind: is_flexible_daily_budgets ? 'flexible' : 'daily', amount: daily_spend_cap }
}
