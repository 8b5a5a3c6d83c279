import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of followings evaluate. */
export interface FollowFacts {
  readonly username: string
  /** Whether the user to be followed is the caller. */
  readonly isCaller: boolean
}

/** Rules about the following of a user. */
export const userFollowRules: readonly Rule<FollowFacts>[] = [
  {
    id: 'user_follow.self',
    operations: ['follow_user/update'],
    fields: ['username'],
    refuses: 'request',
    ...assumed,
    message: 'A user cannot follow itself.',
    passes: 'The username of another user.',
    sent: ({ username }) => username,
    violated: ({ isCaller }) => isCaller,
  },
]
