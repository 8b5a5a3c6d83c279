import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { businessAssets } from '../business-assets/resource.ts'
import { businessMembers } from '../business-members/resource.ts'
import { businessPartners } from '../business-partners/resource.ts'
import { businesses } from '../businesses/resource.ts'

/** The id range of invites and requests, near an example of version 5.23. */
export const inviteIdRange = idRange('business_invite', 5_349_280_584_552_211_500n)

/** The invites to become members and partners of businesses, and the requests for access to assets. */
export const businessInvites: Resource = {
  name: 'business_invites',
  parents: [users, businesses, businessMembers, businessPartners, businessAssets],
  tags: { business_access_invite: 'Invites to become members and partners, and requests for access to assets.' },
  ids: [inviteIdRange],
  operations: {
    'get/invites': {},
    create_membership_or_partnership_invites: { maxItems: 50 },
    cancel_invites_or_requests: { maxItems: 50 },
    respond_business_access_invites: { maxItems: 100 },
    create_asset_invites: { maxItems: 50 },
    'asset_access_requests/create': { maxItems: 100 },
  },
  routes: async () => (await import('./routes.ts')).businessInviteRoutes,
  rules: async () => (await import('./rules.ts')).inviteRules,
  seed: async () => (await import('./seed.ts')).businessInviteSeed,
  edits: async () => (await import('./admin.ts')).businessInviteKind,
}
