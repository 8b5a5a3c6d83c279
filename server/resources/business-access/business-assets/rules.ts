import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts about one asset to which access is granted or ended. */
export interface GrantFacts {
  readonly operation: string
  readonly asset: string
  readonly grantee: 'MEMBER' | 'PARTNER'
  /** Whether the user is a member or partner of the business. */
  readonly isRelated: boolean
  /** Whether the business has the asset, and may pass it on to this grantee. */
  readonly isAccessible: boolean
  /** Whether there is access to end; always true where it is granted. */
  readonly isGranted: boolean
  /** The permissions that this type of asset does not have. */
  readonly inapplicable: readonly string[]
  /** The permissions that the business does not have itself. */
  readonly beyond: readonly string[]
}

const updates = ['business_members_asset_access/update', 'update_partner_asset_access_handler_impl']
const deletions = ['business_members_asset_access/delete', 'delete_partner_asset_access_handler_impl']
const both = [...updates, ...deletions]

const request = { ...assumed, refuses: 'request' } as const

/**
 * Rules about access to assets; each refuses the request, whose response has no place for exceptions. Those of one item
 * are evaluated for all items before anything is stored.
 */
export const grantRules: readonly Rule<GrantFacts>[] = [
  {
    ...request,
    id: 'business_access.member',
    operations: both.filter((id) => id.includes('member')),
    fields: ['member_id', 'accesses'],
    essential: true,
    code: 2,
    message: 'member_id must be a member of the business.',
    passes: 'An id that GET /v5/businesses/{business_id}/members lists.',
    when: ({ grantee }) => grantee === 'MEMBER',
    violated: ({ isRelated }) => !isRelated,
  },
  {
    ...request,
    id: 'business_access.partner',
    operations: both.filter((id) => id.includes('partner')),
    fields: ['partner_id', 'accesses'],
    essential: true,
    code: 2,
    message: 'partner_id must be a partner of the business.',
    passes: 'An id that GET /v5/businesses/{business_id}/partners lists with the same partner_type.',
    when: ({ grantee }) => grantee === 'PARTNER',
    violated: ({ isRelated }) => !isRelated,
  },
  {
    ...request,
    id: 'business_access.asset',
    operations: updates,
    fields: ['asset_id', 'accesses'],
    essential: true,
    source:
      'S523 asset_access_requests/create for the code and the text; business_asset_partners/get, that received assets are not passed on to partners',
    code: 2932,
    message: 'Invalid asset id',
    passes: 'An asset that the business owns; for members, also one that a partner has shared with it.',
    worded: ({ asset }) => `Invalid asset id: ${asset}`,
    sent: ({ asset }) => asset,
    when: ({ operation }) => updates.includes(operation),
    violated: ({ isAccessible }) => !isAccessible,
  },
  {
    ...request,
    id: 'business_access.permissions.applicable',
    operations: updates,
    fields: ['permissions', 'accesses'],
    evidence: 'documented',
    source:
      'S523 business_members_asset_access/update for PROFILE_PUBLISHER; the others, the code and the text are assumed',
    message: 'permissions must be applicable to the type of the asset.',
    passes: 'PROFILE_PUBLISHER for a profile; for an ad account any but this one, CATALOGS_VIEWER and CONSUMER_USER.',
    sent: ({ inapplicable }) => inapplicable,
    when: ({ isAccessible }) => isAccessible,
    violated: ({ inapplicable }) => inapplicable.length > 0,
  },
  {
    ...request,
    id: 'business_access.permissions.own',
    operations: updates,
    fields: ['permissions', 'accesses'],
    message: 'permissions on an asset of a partner must be among those that the partner granted.',
    sent: ({ beyond }) => beyond,
    when: ({ isAccessible }) => isAccessible,
    violated: ({ beyond }) => beyond.length > 0,
  },
  {
    ...request,
    id: 'business_access.granted',
    operations: deletions,
    fields: ['asset_id', 'accesses'],
    essential: true,
    code: 2,
    message: 'asset_id must be an asset that is assigned to the member or partner.',
    passes: 'An asset that the list of assets of the member or partner has.',
    sent: ({ asset }) => asset,
    when: ({ operation, isRelated }) => deletions.includes(operation) && isRelated,
    violated: ({ isGranted }) => !isGranted,
  },
]
