import { creating, publishing } from '../fixtures/campaigns.ts'
import type { Json } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** A rule about complete campaigns, to the second: when one is created and when a draft of it becomes active. */
export const complete = (rule: string, refused: Json, passes: Json): readonly RuleCase[] => [
  { rule, moment: 'on creation, to the second', refused: creating(refused), passes: creating(passes) },
  { rule, moment: 'on activation, to the second', refused: publishing(refused), passes: publishing(passes) },
]
