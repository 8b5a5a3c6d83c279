import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of advertiser defined events evaluate. */
export interface DefinedEventFacts {
  readonly operation: string
  readonly name: string
  /** Whether the ad account has an event of the name. */
  readonly isDefined: boolean
}

/** Rules about the names of events; each refuses an item. */
export const definedEventRules: readonly Rule<DefinedEventFacts>[] = [
  {
    id: 'advertiser_defined_event.name.unique',
    operations: ['advertiser_defined_events/create'],
    fields: ['name'],
    refuses: 'item',
    essential: true,
    ...assumed,
    message: 'The ad account has an event of this name.',
    passes: 'A name that no event of the ad account has.',
    sent: ({ name }) => name,
    when: ({ operation }) => operation === 'advertiser_defined_events/create',
    violated: ({ isDefined }) => isDefined,
  },
  {
    id: 'advertiser_defined_event.exists',
    operations: ['advertiser_defined_events/update', 'advertiser_defined_events/delete'],
    fields: ['name', 'event_names'],
    refuses: 'item',
    essential: true,
    ...assumed,
    message: 'The ad account has no event of this name.',
    passes: 'A name that GET /v5/ad_accounts/{ad_account_id}/advertiser_defined_events lists.',
    sent: ({ name }) => name,
    when: ({ operation }) => operation !== 'advertiser_defined_events/create',
    violated: ({ isDefined }) => !isDefined,
  },
]
