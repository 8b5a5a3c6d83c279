import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of notifications evaluate. */
export interface NotificationFacts {
  readonly notifications: readonly object[]
}

/** Rules about notifications. */
export const notificationRules: readonly Rule<NotificationFacts>[] = [
  {
    id: 'notification.empty',
    operations: ['notification/post'],
    fields: ['[]'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523 notification/post; that a notification without fields is refused so is assumed',
    code: 6126,
    message: 'Invalid request parameter.',
    literal: true,
    passes: 'Notifications that have a field each.',
    violated: ({ notifications }) => notifications.some((one) => Object.keys(one).length === 0),
  },
]
