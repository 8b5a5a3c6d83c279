import fc from '#test/support/fast-check.ts'
import type { State } from '../rules/state.ts'

/**
 * An entity by where it stands in the order of creation, from the end when negative, so that shrinking a sequence
 * keeps its calls meaningful.
 */
export interface Reference {
  readonly $: 'campaign' | 'ad group' | 'ad' | 'label' | 'keyword'
  readonly nth: number
}

/** A time in seconds from the world's now, or from where the item's campaign starts or ends. */
export interface Moment {
  readonly $: 'now' | 'start' | 'end'
  readonly plus: number
}

/** Ids that no entity of the account has: one of nobody's, and one of another ad account. */
export interface Strange {
  readonly $:
    | 'unknown'
    | 'pin'
    | 'account'
    | 'foreign campaign'
    | 'foreign ad group'
    | 'foreign ad'
    | 'foreign label'
    | 'foreign keyword'
}

/** The ids of another ad account's entities. */
export interface Foreign {
  readonly campaign: string
  readonly adGroup: string
  readonly ad: string
  readonly label: string
  readonly keyword: string
}

const nth = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: -2, max: 2 }) }, fc.nat({ max: 9 }))

/** An id in a request: nearly always of what was created. */
export const reference = ($: Reference['$']): fc.Arbitrary<Reference | Strange> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.record({ $: fc.constant($), nth }) },
    fc.constant<Strange>({ $: 'unknown' }),
    fc.constant<Strange>({ $: `foreign ${$}` }),
  )

const day = 86_400
const near = fc.constantFrom(-1, 0, 1, day, 10 * day, -day)

/** A time at or near an edge. */
export const moment: fc.Arbitrary<Moment> = fc.record({
  $: fc.constantFrom('now', 'now', 'start', 'end'),
  plus: near,
})

type Referring = Reference | Strange | Moment

const isReferring = (value: object): value is Referring => '$' in value

/** A call's data with its references and moments made into ids and seconds. */
export function resolve<Value>(value: Value, state: State, foreign: Foreign, campaignId?: string): Value {
  if (Array.isArray(value)) return value.map((one) => resolve(one, state, foreign)) as Value
  if (typeof value !== 'object' || value === null) return value
  if (isReferring(value)) return refer(value, state, foreign, campaignId) as Value
  const within = (one: unknown): unknown => resolve(one, state, foreign, campaignOf(value, state, foreign))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one)])) as Value
}

/** The campaign that an item is or is under, by whose schedule its moments go. */
function campaignOf(item: object, state: State, foreign: Foreign): string | undefined {
  const { id, campaign_id } = item as { id?: Referring; campaign_id?: Referring }
  const own = id && String(refer(id, state, foreign))
  const parent = campaign_id && String(refer(campaign_id, state, foreign))
  return parent ?? state.adGroups.get(own ?? '')?.campaign_id ?? own
}

function refer(one: Referring, state: State, foreign: Foreign, campaignId?: string): string | number {
  const campaign = state.campaigns.get(campaignId ?? '')
  const at = (ids: Iterable<string>, index: number): string => {
    const all = [...ids]
    return all.at(index % Math.max(1, all.length)) ?? '1'
  }
  switch (one.$) {
    case 'campaign':
      return at(state.campaigns.keys(), one.nth)
    case 'ad group':
      return at(state.adGroups.keys(), one.nth)
    case 'ad':
      return at(state.ads.keys(), one.nth)
    case 'pin':
      return state.pin
    case 'account':
      return state.account
    case 'keyword':
      return at(state.keywords.keys(), one.nth)
    case 'label':
      return at(state.labels.keys(), one.nth)
    case 'unknown':
      return '999'
    case 'foreign campaign':
      return foreign.campaign
    case 'foreign ad group':
      return foreign.adGroup
    case 'foreign ad':
      return foreign.ad
    case 'foreign keyword':
      return foreign.keyword
    case 'foreign label':
      return foreign.label
    case 'now':
      return state.now + one.plus
    case 'start':
      return (campaign?.start_time ?? state.now) + one.plus
    case 'end':
      return (campaign?.end_time ?? state.now + 10 * day) + one.plus
  }
}
