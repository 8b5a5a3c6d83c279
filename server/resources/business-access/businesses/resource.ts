import type { Resource } from '#server/contracts/resource.ts'
import { defaultUser, userIdRange } from '#server/domain/access/user.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { noAccess } from '#server/domain/errors/protocol-errors.ts'
import { idOf, idRange } from '#server/domain/ids.ts'
import { adAccountIdRange, adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '#server/resources/catalogs/catalogs/resource.ts'

/** The id range of access to assets, which no response of the API has. */
export const accessIdRange = idRange('business_asset_access', 5_349_300_000_000_000_000n)

/** The errors of a call about a business by a user who may not make it. */
export const businessErrors = namedErrors({
  'business.access': {
    status: 403,
    code: 29,
    message: noAccess,
    evidence: 'assumed',
    source: 'a decision of this project',
    passes: 'The token of the business itself, or of a member of it who is BIZ_ADMIN.',
  },
})

/** Businesses, which members, partners and assets share: permissions to call, and access to assets. */
export const businesses: Resource = {
  name: 'businesses',
  parents: [users, adAccounts, catalogs],
  ids: [accessIdRange],
  errors: businessErrors,
  examples: {
    business_id: defaultUser.id,
    partner_id: idOf(userIdRange, 2),
    member_id: idOf(userIdRange, 3),
    system_user_id: idOf(userIdRange, 4),
    asset_id: idOf(adAccountIdRange, 1),
  },
}
