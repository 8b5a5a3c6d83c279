import type { Rule } from '#server/domain/rules/rule.ts'
import type { ConversionEvent } from './schema.ts'
import { hashedFields, type UserData } from './user-data.ts'

/** The facts that the rules of conversion events evaluate: an event and the time. */
export interface EventFacts {
  readonly event: ConversionEvent
  /** Unix seconds of the world's clock. */
  readonly now: number
}

const sources = ['app_android', 'app_ios', 'web', 'offline']
const sha256 = /^[0-9a-f]{64}$/i
const day = 86_400
const oldest = 450 * day
const earliest = 1 * day

const unhashed = ({ event: { user_data } }: EventFacts): readonly string[] =>
  hashedFields.filter((field) => user_data[field]?.some((value) => !sha256.test(value)))

const isNamed = ({ em, hashed_maids, client_ip_address, client_user_agent }: UserData): boolean =>
  em != null || hashed_maids != null || (client_ip_address != null && client_user_agent != null)

const bothTimestamps = ({ event, now }: EventFacts): string =>
  `Current timestamp: ${now}, Given event_timestamp: ${event.event_time}`
const past = 'Invalid event_timestamp parameter. Given timestamp is in the past.'
const future = 'Invalid event_timestamp parameter. Given timestamp is in the future.'

/** The code of a response with failed events: observed. */
export const failedCode = 953

/** A refused event fails, and the response is a 422 with this code: observed. */
const failing = { operations: ['events/create'], refuses: 'item', status: 422, code: failedCode } as const

/** Rules about one event. */
export const eventRules: readonly Rule<EventFacts>[] = [
  {
    ...failing,
    id: 'conversion_event.user_data.hashed',
    fields: ['user_data'],
    evidence: 'observed',
    source: 'PSDK test_conversion_events (422), SEG #2465 for the code, S523 for the fields; the text is assumed',
    message: 'user_data: personal data must be SHA-256 hashes of 64 hexadecimal digits.',
    sent: unhashed,
    violated: (facts) => unhashed(facts).length > 0,
  },
  {
    ...failing,
    id: 'conversion_event.user_data.who',
    fields: ['user_data'],
    evidence: 'documented',
    source: 'F166: S528 ConversionEventsUserData, in words alone; that the event fails, and the text, are assumed',
    message: 'user_data needs em, hashed_maids, or client_ip_address and client_user_agent together.',
    violated: ({ event }) => !isNamed(event.user_data),
  },
  {
    ...failing,
    id: 'conversion_event.action_source.known',
    fields: ['action_source'],
    evidence: 'documented',
    source: 'S523 ConversionEvents; SEG #2465 for the code; the text is assumed',
    message: `action_source is one of ${sources.join(', ')}.`,
    sent: ({ event }) => event.action_source,
    violated: ({ event }) => !sources.includes(event.action_source),
  },
  {
    ...failing,
    id: 'conversion_event.event_time.past',
    fields: ['event_time'],
    evidence: 'observed',
    source: 'SEG #2465: refused at 570 days, and a year passes; the limit of 450 days between them is assumed',
    message: past,
    passes: 'An event_time of the last 450 days, by the clock of the world.',
    worded: (facts) => `${past} ${bothTimestamps(facts)}`,
    violated: ({ event, now }) => event.event_time < now - oldest,
  },
  {
    ...failing,
    id: 'conversion_event.event_time.future',
    fields: ['event_time'],
    evidence: 'assumed',
    source: 'a decision of this project, in the words for the past; milliseconds in place of seconds are found by it',
    message: future,
    passes: 'An event_time of at most a day after now, by the clock of the world.',
    worded: (facts) => `${future} ${bothTimestamps(facts)}`,
    violated: ({ event, now }) => event.event_time > now + earliest,
  },
]
