import { billableEvents, objectives } from '#server/domain/ads/objectives.ts'
import { daySeconds } from '#server/domain/delivery/calendar.ts'
import type {
  AdGroupState,
  AdState,
  Budget,
  CampaignFacts,
  CampaignState,
  Schedule,
  Targeting,
  Timeline,
} from '#server/domain/delivery/facts.ts'
import { ageBuckets, appTypes, genders, placements } from '#server/domain/reference/targeting-values.ts'
import fc from '#test/support/fast-check.ts'

/** The day on which every history begins, and how many days it has. */
export const firstDay = 20_600
export const days = 24

const begin = firstDay * daySeconds
const moment = fc.integer({ min: begin, max: begin + days * daySeconds })
const open = Number.POSITIVE_INFINITY
/** Most things begin before the history does. */
const early = fc.oneof({ weight: 2, arbitrary: fc.constant(begin - 1000) }, { weight: 1, arbitrary: moment })

/** Amounts that are always too small, that matter, and that never do. */
const amount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000_000 }), fc.constant(10_000_000_000))
const schedule = (ends: boolean): fc.Arbitrary<Schedule> =>
  fc.tuple(fc.constantFrom(0, 1), moment, moment).map(([isOpen, from, to]) => {
    const start = isOpen ? begin : Math.min(from, to)
    return { from: start, to: ends ? Math.max(from, to, start + 3600) : open }
  })

const mostly = fc.integer({ min: 0, max: 8 }).map((chance) => chance > 0)

const campaignBudget: fc.Arbitrary<{ budget: Budget | undefined; schedule: Schedule }> = fc.oneof(
  fc.record({ budget: fc.constant(undefined), schedule: schedule(false) }),
  fc.record({ budget: amount.map((of): Budget => ({ kind: 'daily', amount: of })), schedule: schedule(false) }),
  fc.record({ budget: amount.map((of): Budget => ({ kind: 'flexible', amount: of })), schedule: schedule(false) }),
  fc.record({ budget: amount.map((of): Budget => ({ kind: 'lifetime', amount: of })), schedule: schedule(true) }),
)

const campaignState: fc.Arbitrary<CampaignState> = fc
  .record({ isActive: mostly, objective: fc.constantFrom(...objectives), funds: campaignBudget })
  .map(({ funds, ...state }) => ({ ...state, ...funds }))

/** Some of these values, or nothing. */
const someOf = (...values: readonly string[]): fc.Arbitrary<readonly string[] | undefined> =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined })

const targeting: fc.Arbitrary<Targeting> = fc.record({
  spec: fc.record({
    GENDER: someOf(...genders),
    AGE_BUCKET: someOf(...ageBuckets),
    APPTYPE: someOf(...appTypes),
    LOCATION: someOf('US', 'CA', 'MX', '501', '36101', '999'),
    GEO: someOf('US', 'US-CA', 'US-94107', 'BE-VOV', 'FR-75001'),
    LOCATION_EXCLUDE: someOf('CA', 'US'),
    INTEREST: someOf('925056443165', '918210415444', 'unknown'),
    AUDIENCE_INCLUDE: someOf('2542620905475', '2542620905476'),
  }),
  placement: fc.constantFrom(...placements),
})

const adGroupState: fc.Arbitrary<AdGroupState> = fc
  .record({
    isActive: mostly,
    billableEvent: fc.constantFrom(...billableEvents),
    bid: fc.oneof(fc.constant(null), fc.integer({ min: 10_000, max: 20_000_000 })),
    targeting,
    audience: fc.integer({ min: 4000, max: 400_000_000 }),
    isAccelerated: fc.boolean(),
    funds: campaignBudget.filter(({ budget }) => budget?.kind !== 'flexible'),
  })
  .map(({ funds, ...state }) => ({ ...state, ...funds }))

const adState: fc.Arbitrary<AdState> = fc.record({
  isActive: mostly,
  approvedAt: fc.oneof({ weight: 5, arbitrary: early }, { weight: 1, arbitrary: fc.constant(open) }),
  hasVideo: fc.boolean(),
  creativeType: fc.constantFrom('REGULAR', 'IDEA', 'QUIZ', 'SHOWCASE'),
})

/** A life with up to four changes. */
const timeline = <State>(state: fc.Arbitrary<State>): fc.Arbitrary<Timeline<State>> =>
  fc
    .tuple(early, fc.uniqueArray(moment, { maxLength: 4 }), fc.array(state, { minLength: 5, maxLength: 5 }))
    .map(([since, changes, states]) => {
      const untils = [...changes.filter((until) => until > since).sort((one, other) => one - other), open]
      return { since, periods: untils.map((until, index) => ({ until, state: states[index] as State })) }
    })

/** The whole history of a campaign with a few ad groups and ads. */
export const histories: fc.Arbitrary<CampaignFacts> = fc
  .record({
    campaign: timeline(campaignState),
    account: timeline(mostly),
    adGroups: fc.array(timeline(adGroupState), { minLength: 1, maxLength: 3 }),
    ads: fc.array(fc.record({ life: timeline(adState), adGroup: fc.nat(2) }), { minLength: 1, maxLength: 6 }),
    factor: fc.constantFrom(1, 0.01, 20),
  })
  .map(({ campaign, account, adGroups, ads, factor }) => ({
    ...campaign,
    id: '626700000001',
    account: { ...account, since: 0 },
    factor,
    adGroups: adGroups.map((group, index) => ({ ...group, id: `26800000000${index}` })),
    ads: ads.map(({ life, adGroup }, index) => ({
      ...life,
      id: `68700000000${index}`,
      adGroup: adGroup % adGroups.length,
    })),
  }))

/** Returns a history as it was known at a moment: without what changed later. */
export function knownAt(facts: CampaignFacts, now: number): CampaignFacts {
  const cut = <State, Of extends Timeline<State>>(life: Of & Timeline<State>): Of => {
    const before = life.periods.filter(({ until }) => until <= now)
    const present = life.periods.find(({ until }) => until > now)
    return { ...life, periods: [...before, ...(present ? [{ ...present, until: open }] : [])] }
  }
  return {
    ...cut(facts),
    account: cut(facts.account),
    adGroups:
      facts.adGroups.filter(({ since }) => since <= now).length === 0 ? [] : facts.adGroups.map((one) => cut(one)),
    ads: facts.ads.map((one) => cut(one)),
  }
}
