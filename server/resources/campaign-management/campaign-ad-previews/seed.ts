import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { createPreview } from './service.ts'

/** The seed section of previews, each of an ad group. */
export const campaignAdPreviewSeed = seedSection({
  name: 'campaign_ad_previews',
  creation: z.object({}),
  shape: { ad_group: aliasOf('ad_groups') },
  create({ world, named, stored }, { ad_group }) {
    const { id: ad_group_id, account } = named('ad_groups', ad_group)
    return { id: stored(createPreview(world, account, { ad_group_id }, defaultUser.id)).id, account }
  },
})
