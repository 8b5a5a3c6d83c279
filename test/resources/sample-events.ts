import type { Answer, Mock } from '../helper.ts'

/** A hash as SHA-256 makes them. */
export const hashed = '973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b'

/** An event that breaks no rule. */
export const checkout = {
  event_name: 'checkout',
  action_source: 'web',
  event_time: 1_780_300_000,
  event_id: 'order-1',
  user_data: { em: [hashed] },
}

/** The answer to these events. */
export const send = ({ post }: Mock, ...data: readonly object[]): Promise<Answer> => post('/events', { data })
