import type { RuleCase } from './case.ts'

/** Notifications of partners. */
export const notificationCases: readonly RuleCase[] = [
  {
    rule: 'notification.empty',
    refused: ({ call }) => call('POST', '/v5/notifications', [{ event: 'connected' }, {}]),
    passes: ({ call }) => call('POST', '/v5/notifications', [{ event: 'connected' }]),
  },
]
