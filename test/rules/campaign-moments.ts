import type { FeatureSettings } from '#server/domain/ads/features.ts'
import { awareness, changing, creating, publishing } from '../fixtures/campaigns.ts'
import type { Json } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** A rule about complete campaigns, when one is created and when a draft of it is published. */
export const complete = (
  rule: string,
  refused: Json,
  passes: Json,
  features: FeatureSettings = {},
): readonly RuleCase[] => [
  { rule, moment: 'on creation', features, refused: creating(refused), passes: creating(passes) },
  { rule, moment: 'on publication', features, refused: publishing(refused), passes: publishing(passes) },
]

/** A rule that drafts keep as well, when one is created and when one is changed. */
export const anytime = (rule: string, refused: Json, passes: Json): readonly RuleCase[] => [
  { rule, moment: 'on creation', refused: drafting(refused), passes: drafting(passes) },
  { rule, moment: 'on change', refused: redrafting(refused), passes: redrafting(passes) },
]

const drafting = (item: Json) => creating({ ...item, status: 'DRAFT' })
const redrafting = (item: Json) => changing({ ...awareness, status: 'DRAFT' }, { ...item, status: 'DRAFT' })
