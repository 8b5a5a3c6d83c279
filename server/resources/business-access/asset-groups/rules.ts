import { noAccess } from '#server/domain/errors/protocol-errors.ts'
import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about asset groups evaluate. */
export interface AssetGroupFacts {
  readonly operation: string
  readonly isOwned: boolean
  /** The assets to add that are no ad accounts, catalogs or profiles of the business. */
  readonly unknown: readonly string[]
}

/** Rules about one asset group of a batch, in the order in which violations are reported. */
export const assetGroupRules: readonly Rule<AssetGroupFacts>[] = [
  {
    id: 'asset_group.exists',
    operations: ['asset_group/update', 'asset_group/delete'],
    fields: ['asset_group_id', 'asset_groups_to_update', 'asset_groups_to_delete'],
    refuses: 'item',
    essential: true,
    terminal: true,
    evidence: 'documented',
    source: 'S523 asset_group/update for the code and the text; what they refuse is assumed',
    code: 29,
    message: noAccess,
    literal: true,
    passes: 'The id of an asset group of the business: GET /v5/businesses/{business_id}/assets?asset_type=ASSET_GROUP.',
    violated: ({ isOwned }) => !isOwned,
  },
  {
    ...assumed,
    id: 'asset_group.assets.own',
    operations: ['asset_group/update'],
    fields: ['assets_to_add', 'asset_groups_to_update'],
    refuses: 'item',
    essential: true,
    source: 'S523 asset_access_requests/create for the code and the text',
    code: 2932,
    message: 'Invalid asset id',
    passes: 'Ids of ad accounts and catalogs that the business owns, or of its own profile.',
    worded: ({ unknown }) => `Invalid asset id: ${unknown.join(', ')}`,
    sent: ({ unknown }) => unknown,
    when: ({ operation }) => operation === 'asset_group/update',
    violated: ({ unknown }) => unknown.length > 0,
  },
]
