import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { findAnyAudience, findShare } from '../audiences/shares.ts'
import { share } from './service.ts'

/** The seed section of shared audiences: each with an ad account or a business that received it. */
export const sharedAudienceSeed = seedSection({
  name: 'shared_audiences',
  creation: z.object({}),
  shape: {
    audience: aliasOf('audiences'),
    ad_account: aliasOf('ad_accounts').optional(),
    business: aliasOf('users').optional(),
    brand_account: aliasOf('brand_accounts').optional(),
  },
  create({ world, idNamed, refuse }, { audience, ad_account, business, brand_account }) {
    const audience_id = idNamed('audiences', audience)
    const named = [
      ad_account && idNamed('ad_accounts', ad_account),
      business && idNamed('users', business),
      brand_account && idNamed('brand_accounts', brand_account),
    ].filter((id) => id !== undefined)
    const [recipient = refuse('needs ad_account, business or brand_account')] = named
    if (named.length > 1) refuse('takes one of ad_account, business and brand_account')
    const common = {
      audience_id,
      operation_type: 'SHARE',
      sharer: findAnyAudience(world.db, audience_id)?.ad_account_id ?? '',
      recipients: [recipient],
    } as const
    if (ad_account === undefined) {
      const operation = 'update_ad_account_to_business_shared_audience'
      share(world, { ...common, operation, recipient_type: 'BUSINESS_ACCOUNT' })
    } else {
      const operation = 'update_ad_account_to_ad_account_shared_audience'
      share(world, { ...common, operation, recipient_type: 'AD_ACCOUNT' })
    }
    return { id: findShare(world.db, audience_id, recipient)?.id ?? refuse('cannot be shared') }
  },
})
