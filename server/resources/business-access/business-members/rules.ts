import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about members evaluate. */
export interface MemberFacts {
  readonly operation: string
  /** The ids in the request that are of no member. */
  readonly strangers: readonly string[]
}

/** Rules about members of a business; each refuses the request, whose response has no place for exceptions. */
export const memberRules: readonly Rule<MemberFacts>[] = [
  {
    ...assumed,
    id: 'business_member.exists',
    operations: ['update/business_memberships', 'delete_business_membership'],
    fields: ['member_id', 'members'],
    refuses: 'request',
    essential: true,
    code: 2,
    message: 'member_id must be members of the business.',
    passes: 'Ids that GET /v5/businesses/{business_id}/members lists.',
    sent: ({ strangers }) => strangers,
    when: ({ operation }) => operation !== 'system_user/update',
    violated: ({ strangers }) => strangers.length > 0,
  },
  {
    ...assumed,
    id: 'business_member.system-user',
    operations: ['system_user/update'],
    fields: ['system_user_id'],
    refuses: 'request',
    essential: true,
    source: 'S523 system_user/update for the code and the text',
    message: 'Invalid parameters.',
    passes: 'The id of a system user that GET /v5/businesses/{business_id}/members?fetch_system_users=true lists.',
    literal: true,
    sent: ({ strangers }) => strangers,
    when: ({ operation }) => operation === 'system_user/update',
    violated: ({ strangers }) => strangers.length > 0,
  },
]
