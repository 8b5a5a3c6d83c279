import { conversionEventCases as probedEventCases } from '#server/target/probe/cases/conversion-events.ts'
import { checkout, hashed, send } from '../fixtures/events.ts'
import { type Answer, type Mock, testNow } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const day = 86_400

const sending =
  (more: object) =>
  (mock: Mock): Promise<Answer> =>
    send(mock, { ...checkout, ...more })

/** Cases of the rules about conversion events. */
export const conversionEventCases: readonly RuleCase[] = [
  ...probed(probedEventCases),
  {
    rule: 'conversion_event.user_data.hashed',
    refused: sending({ user_data: { em: [hashed], ph: ['15551234567'] } }),
    passes: sending({ user_data: { em: [hashed], ph: [hashed] } }),
  },
  {
    rule: 'conversion_event.action_source.known',
    refused: sending({ action_source: 'app' }),
    passes: sending({ action_source: 'app_ios' }),
  },
  {
    rule: 'conversion_event.user_data.who',
    refused: sending({ user_data: { client_ip_address: '216.3.128.12', ph: [hashed] } }),
    passes: sending({ user_data: { client_ip_address: '216.3.128.12', client_user_agent: 'Browser' } }),
  },
  {
    rule: 'conversion_event.event_time.past',
    refused: sending({ event_time: testNow - 450 * day - 1 }),
    passes: sending({ event_time: testNow - 450 * day }),
  },
  {
    rule: 'conversion_event.event_time.future',
    refused: sending({ event_time: testNow + day + 1 }),
    passes: sending({ event_time: testNow + day }),
  },
]
