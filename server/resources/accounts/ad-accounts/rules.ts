import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of ad accounts evaluate. */
export interface AdAccountFacts {
  readonly ownerId: string
  readonly owned: number
}

const mostPerUser = 50

/** Every rule about ad accounts. */
export const adAccountRules: readonly Rule<AdAccountFacts>[] = [
  {
    id: 'ad_account.limit.per-user',
    operations: ['ad_accounts/create'],
    fields: ['owner_user_id'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523 ad_accounts/create; the text is assumed',
    code: 1,
    message: 'A user owns at most 50 ad accounts.',
    passes: 'A creation by a user who owns fewer, or an owner_user_id of another.',
    sent: ({ ownerId, owned }) => `another one for user ${ownerId}, who has ${owned}`,
    violated: ({ owned }) => owned >= mostPerUser,
  },
]
