import type { ProbeCall, ProbeCase } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'

/** The SHA-256 of an address that nobody has. */
const hashed = '973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b'

/** A test of an event, of nobody: the API validates those, and records none. */
const sending = (fields: Fields): ProbeCall => ({
  operation: 'events/create',
  query: { test: 'true' },
  body: {
    data: [
      {
        event_name: 'checkout',
        action_source: 'web',
        event_time: '{{now-3600}}',
        event_id: '{{name}}',
        user_data: { em: [hashed] },
        ...fields,
      },
    ],
  },
})
const moment = 'as a test'

/** Conversion events, all of them as tests; an hour from each limit of time, since calls take some. */
export const conversionEventCases: readonly ProbeCase[] = [
  {
    rule: 'conversion_event.user_data.hashed',
    moment,
    refused: sending({ user_data: { em: [hashed], ph: ['15551234567'] } }),
    passes: sending({ user_data: { em: [hashed], ph: [hashed] } }),
  },
  {
    rule: 'conversion_event.user_data.who',
    moment,
    refused: sending({ user_data: { client_ip_address: '192.0.2.1', ph: [hashed] } }),
    passes: sending({ user_data: { client_ip_address: '192.0.2.1', client_user_agent: 'Browser' } }),
  },
  {
    rule: 'conversion_event.action_source.known',
    moment,
    refused: sending({ action_source: 'app' }),
    passes: sending({ action_source: 'app_ios' }),
  },
  {
    rule: 'conversion_event.event_time.past',
    moment,
    refused: sending({ event_time: '{{now-38883600}}' }),
    passes: sending({ event_time: '{{now-38876400}}' }),
  },
  {
    rule: 'conversion_event.event_time.future',
    moment,
    refused: sending({ event_time: '{{now+90000}}' }),
    passes: sending({ event_time: '{{now+82800}}' }),
  },
]
