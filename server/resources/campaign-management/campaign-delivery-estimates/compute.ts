import { hash } from '#server/domain/ids.ts'
import { reachOf } from '../ad-group-estimates/serialize.ts'
import { derivedMetrics, type EstimatedCampaign, type EstimationType, estimationTypes } from './schema.ts'

/** Micro-currency of a thousand impressions by what delivery is optimized for. Assumed, as all figures here are. */
const prices = {
  IMPRESSION: 4_000_000,
  CLICKTHROUGH: 5_500_000,
  OUTBOUND_CLICK: 6_500_000,
  WEB_CONVERSION: 8_000_000,
  ROAS: 9_000_000,
} as const

const clickRate = 0.006
const conversionRate = 0.03
/** Impressions of a week for each person of the audience, if money were no limit. */
const mostWeekly = 1.5
/** How much of what the audience could take is the potential: the rest costs more and more. */
const potentialShare = 0.95
const usualDays = 30
/** The budgets of a curve, against the one of the request. */
const steps = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5]
/** How far the bounds of an estimate are from it. */
const margin = 0.2

/** What a campaign would deliver with a budget. Costs are currency units. */
type Metrics = Readonly<
  Record<(typeof derivedMetrics)[number] | 'cpa' | 'lifetime_click' | 'lifetime_conversion', number>
>

/** What decides the delivery of a campaign beside its budget. */
interface Market {
  readonly people: number
  /** Micro-currency of a thousand impressions. */
  readonly price: number
  readonly days: number
  readonly isLifetime: boolean
}

/** Returns the estimate of a campaign: the same for the same request, more for a larger budget and a larger audience. */
export function estimateOf(campaign: EstimatedCampaign): object {
  const market = marketOf(campaign)
  const budget = budgetOf(campaign)
  return {
    curves: curvesFor(campaign).map((type) => ({
      estimation_type: type,
      points: steps.map((step) => pointOf(type, Math.round(budget * step), market)),
    })),
    derived_metrics: Object.fromEntries(
      derivedMetrics.flatMap((name) => {
        const value = metricsFor(budget, market)[name]
        const bounds = [value, value * (1 - margin), value * (1 + margin)].map(rounded)
        return ['', '_lower', '_upper'].map((ending, index) => [name + ending, bounds[index]])
      }),
    ),
    max_potential_spend: potentialOf(market),
  }
}

function marketOf({
  ad_groups,
  objective_type,
  budget_duration_type,
  start_date,
  end_date,
}: EstimatedCampaign): Market {
  const defaultType = ['WEB_CONVERSION', 'AWARENESS'].includes(objective_type) ? 'WEB_CONVERSION' : 'CLICKTHROUGH'
  const reaches = ad_groups.map((group) => reachOf(group).estimate)
  const most = ad_groups.map(({ optimization_type }) => prices[optimization_type ?? defaultType])
  const price = most.reduce((sum, one) => sum + one, 0) / most.length
  return {
    // Ad groups of one campaign reach many of the same people.
    people: Math.max(...reaches) + 0.5 * (reaches.reduce((sum, one) => sum + one, 0) - Math.max(...reaches)),
    price: price * (0.85 + (hash(JSON.stringify(ad_groups)) % 31) / 100),
    days: end_date == null ? usualDays : Math.max(1, (Date.parse(end_date) - Date.parse(start_date)) / 86_400_000 + 1),
    isLifetime: budget_duration_type === 'LIFETIME',
  }
}

const budgetOf = ({ budget_duration_type, daily_spend_cap, lifetime_spend_cap }: EstimatedCampaign): number =>
  (budget_duration_type === 'LIFETIME' ? lifetime_spend_cap : daily_spend_cap) ?? 0

/** Returns the impressions of a time of so many weeks for an amount of money: each further one costs more. */
function impressionsFor(spend: number, weeks: number, { people, price }: Market): number {
  const most = people * mostWeekly * weeks
  return most * (1 - Math.exp(-(spend / price) * (1000 / most)))
}

/** Returns how many people have seen so many impressions. */
const reachedBy = (impressions: number, people: number): number => people * (1 - Math.exp(-impressions / people))

function metricsFor(budget: number, market: Market): Metrics {
  const weeks = market.days / 7
  const total = market.isLifetime ? budget : budget * market.days
  const weekly = impressionsFor(total / weeks, 1, market)
  const lifetime = impressionsFor(total, weeks, market)
  const [weeklyReach, lifetimeReach] = [reachedBy(weekly, market.people), reachedBy(lifetime, market.people)]
  const cost = (events: number): number => (events === 0 ? 0 : total / 1e6 / events)
  return {
    cpm: cost(lifetime) * 1000,
    cpc: cost(lifetime * clickRate),
    cpa: cost(lifetime * clickRate * conversionRate),
    weekly_impression: weekly,
    weekly_click: weekly * clickRate,
    weekly_reach: weeklyReach,
    weekly_frequency: weeklyReach === 0 ? 0 : weekly / weeklyReach,
    lifetime_impression: lifetime,
    lifetime_click: lifetime * clickRate,
    lifetime_conversion: lifetime * clickRate * conversionRate,
    lifetime_reach: lifetimeReach,
    lifetime_frequency: lifetimeReach === 0 ? 0 : lifetime / lifetimeReach,
  }
}

/** Returns the budget with which a campaign reaches nearly all that its audience could see. */
function potentialOf({ people, price, days, isLifetime }: Market): number {
  const daily = ((people * mostWeekly) / 7) * (price / 1000) * -Math.log(1 - potentialShare)
  return Math.round(isLifetime ? daily * days : daily)
}

const metricOf: Readonly<Record<EstimationType, keyof Metrics>> = {
  IMPRESSION: 'lifetime_impression',
  CLICK: 'lifetime_click',
  CONVERSION: 'lifetime_conversion',
  WEEKLY_FREQUENCY: 'weekly_frequency',
  WEEKLY_REACH: 'weekly_reach',
  LIFETIME_FREQUENCY: 'lifetime_frequency',
  LIFETIME_REACH: 'lifetime_reach',
  CPM: 'cpm',
  CPC: 'cpc',
  CPA: 'cpa',
}

const ofConversions = ['CONVERSION', 'CPA']

const curvesFor = ({ objective_type }: EstimatedCampaign): readonly EstimationType[] =>
  (Object.keys(estimationTypes) as EstimationType[]).filter(
    (type) => !ofConversions.includes(type) || ['WEB_CONVERSION', 'CATALOG_SALES'].includes(objective_type),
  )

function pointOf(type: EstimationType, budget: number, market: Market): object {
  const value = metricsFor(budget, market)[metricOf[type]]
  if (!estimationTypes[type]) return { budget, y: null, min_y: null, max_y: null, double_y: rounded(value) }
  const [y, min_y, max_y] = [value, value * (1 - margin), value * (1 + margin)].map(Math.round)
  return { budget, y, min_y, max_y, double_y: null }
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
