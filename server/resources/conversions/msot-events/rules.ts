import type { Rule } from '#server/domain/rules/rule.ts'
import type { MsotEvent } from './schema.ts'

/** The facts that the rules of attributed events evaluate. */
export interface MsotEventFacts {
  readonly event: MsotEvent
  /** Unix seconds of the world's clock. */
  readonly now: number
}

const day = 86_400
const valued = ['add_to_cart', 'checkout']

const refused = { operations: ['msot_events/create'], refuses: 'request', code: 4196 } as const
const source = 'S523 ConversionMSOTEvents, and its code for invalid requests; the text is assumed'

/** Rules about one attributed event. */
export const msotEventRules: readonly Rule<MsotEventFacts>[] = [
  {
    ...refused,
    id: 'msot_event.value',
    fields: ['value', 'event_name'],
    evidence: 'documented',
    source,
    message: 'value is required where event_name is add_to_cart or checkout.',
    sent: ({ event }) => event.event_name,
    violated: ({ event }) => valued.includes(event.event_name) && event.value == null,
  },
  {
    ...refused,
    id: 'msot_event.currency',
    fields: ['currency', 'value'],
    evidence: 'documented',
    source,
    message: 'currency is required where there is a value.',
    sent: ({ event }) => event.value,
    violated: ({ event }) => event.value != null && event.currency == null,
  },
  {
    ...refused,
    id: 'msot_event.event_timestamp',
    fields: ['event_timestamp'],
    evidence: 'assumed',
    source: 'a decision of this project, as for conversion events; milliseconds in place of seconds are found by it',
    message: 'event_timestamp must be at most a day in the future, in Unix seconds.',
    sent: ({ event }) => event.event_timestamp,
    violated: ({ event, now }) => event.event_timestamp > now + day,
  },
]
