import type { Rule } from '../../domain/rule.ts'
import type { ConversionEvent } from './schema.ts'
import { hashedFields, type UserData } from './user-data.ts'

const sources = ['app_android', 'app_ios', 'web', 'offline']
const operations = ['events/create']
const sha256 = /^[0-9a-f]{64}$/i

const unhashed = ({ user_data }: ConversionEvent): readonly string[] =>
  hashedFields.filter((field) => user_data[field]?.some((value) => !sha256.test(value)))

/** Rules about one event; one that is refused fails, and with it the answer is a 422. */
export const eventRules: readonly Rule<ConversionEvent>[] = [
  {
    id: 'conversion_event.user_data.hashed',
    operations,
    fields: ['user_data'],
    refuses: 'item',
    status: 422,
    evidence: 'observed',
    source: 'PSDK test_conversion_events (422); S523 for the fields; the code and the text are assumed',
    code: 1,
    message: 'user_data: personal data must be SHA-256 hashes of 64 hexadecimal digits.',
    sent: unhashed,
    broken: (event) => unhashed(event).length > 0,
  },
  {
    id: 'conversion_event.action_source.known',
    operations,
    fields: ['action_source'],
    refuses: 'item',
    status: 422,
    evidence: 'documented',
    source: 'S523 ConversionEvents; the code and the text are assumed',
    code: 1,
    message: `action_source is one of ${sources.join(', ')}.`,
    sent: ({ action_source }) => action_source,
    broken: ({ action_source }) => !sources.includes(action_source),
  },
]

const isNamed = ({ em, hashed_maids, client_ip_address, client_user_agent }: UserData): boolean =>
  em != null || hashed_maids != null || (client_ip_address != null && client_user_agent != null)

/** Rules about all events of a request. */
export const eventsRules: readonly Rule<{ readonly data: readonly ConversionEvent[] }>[] = [
  {
    id: 'conversion_event.user_data.who',
    operations,
    fields: ['user_data'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523 ConversionEventsUserData and events/create for the code',
    code: 4196,
    message:
      'The request was invalid. user_data needs em, hashed_maids, or client_ip_address and client_user_agent together.',
    sent: ({ data }) => `nothing of it in data[${data.findIndex(({ user_data }) => !isNamed(user_data))}]`,
    broken: ({ data }) => !data.every(({ user_data }) => isNamed(user_data)),
  },
]
