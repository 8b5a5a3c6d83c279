import { sendAttributed } from '../fixtures/msot-events.ts'
import { testNow } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const day = 86_400
const worth = { value: 10, currency: 'USD' }

/** Cases of the rules about attributed events. */
export const msotEventCases: readonly RuleCase[] = [
  {
    rule: 'msot_event.value',
    refused: (mock) => sendAttributed(mock, { event_name: 'checkout' }),
    passes: (mock) => sendAttributed(mock, { event_name: 'checkout', ...worth }),
  },
  {
    rule: 'msot_event.currency',
    refused: (mock) => sendAttributed(mock, { value: 10 }),
    passes: (mock) => sendAttributed(mock, worth),
  },
  {
    rule: 'msot_event.event_timestamp',
    refused: (mock) => sendAttributed(mock, { event_timestamp: testNow + day + 1 }),
    passes: (mock) => sendAttributed(mock, { event_timestamp: testNow + day }),
  },
]
