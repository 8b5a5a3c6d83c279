import type { FeatureSettings } from '#server/domain/ads/features.ts'
import type { ProbeAct, ProbeCall, ProbeCase, ProbeValue } from '../probe-case.ts'

/** Fields of a campaign, as a call sends them. */
export type Fields = { readonly [name: string]: ProbeValue }

/** A campaign that breaks no rule, with a daily budget; its objective has no special modes. It never delivers. */
export const awareness = {
  name: '{{name}}',
  objective_type: 'AWARENESS',
  daily_spend_cap: 100_000_000,
  status: 'PAUSED',
} as const

/** A campaign that breaks no rule, with a daily budget; its objective has every special mode. */
export const consideration = { ...awareness, objective_type: 'CONSIDERATION' } as const

/** A call that creates one campaign. */
export const creating = (item: Fields): ProbeCall => ({ operation: 'campaigns/create', body: [item] })

/** A call that changes a campaign. */
export const patching = (id: string, change: Fields): ProbeCall => ({
  operation: 'campaigns/update',
  body: [{ id, ...change }],
})

/** An act that creates one campaign, and changes it. */
export const changing = (item: Fields, change: Fields): ProbeAct => ({
  setup: [{ as: 'campaign', ...creating(item) }],
  ...patching('{{campaign.id}}', change),
})

/** An act that creates one campaign as a draft, and publishes it as a paused one. */
export const publishing = (item: Fields): ProbeAct => changing({ ...item, status: 'DRAFT' }, { status: 'PAUSED' })

/** A rule about complete campaigns, when one is created and when a draft of it is published. */
export const complete = (
  rule: string,
  refused: Fields,
  passes: Fields,
  features: FeatureSettings = {},
): readonly ProbeCase[] => [
  { rule, moment: 'on creation', features, refused: creating(refused), passes: creating(passes) },
  { rule, moment: 'on publication', features, refused: publishing(refused), passes: publishing(passes) },
]

/** A rule that drafts keep as well, when one is created and when one is changed. */
export const anytime = (rule: string, refused: Fields, passes: Fields): readonly ProbeCase[] => [
  { rule, moment: 'on creation', refused: drafting(refused), passes: drafting(passes) },
  { rule, moment: 'on change', refused: redrafting(refused), passes: redrafting(passes) },
]

const draft = { status: 'DRAFT' } as const
const drafting = (item: Fields): ProbeCall => creating({ ...item, ...draft })
const redrafting = (item: Fields): ProbeAct => changing({ ...awareness, ...draft }, { ...item, ...draft })
