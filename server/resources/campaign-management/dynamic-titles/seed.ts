import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { storeReview } from './service.ts'

/** The seed section of reviews of titles: of how many titles of an ad group. */
export const titleReviewSeed = seedSection({
  name: 'dynamic_titles',
  creation: z.object({}),
  shape: { ad_group: aliasOf('ad_groups'), reviewed_count: z.int().min(0) },
  create({ world, named, refuse }, { ad_group, reviewed_count }) {
    const { id, account } = named('ad_groups', ad_group)
    const adGroup = adGroupTable.find(world.db, account.id, id)
    if (adGroup === undefined) return refuse('the ad group is in no campaign')
    return { id: storeReview(world, { accountId: account.id, adGroup }, reviewed_count), account }
  },
})
