import { z } from 'zod'
import { seedSection } from '#server/contracts/seed-section.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { ownerIdOf, seedOwner } from '../users/seed.ts'
import { UserWebsiteClaim, websiteStatuses } from './schema.ts'
import { replaceClaim } from './service.ts'
import { websiteName } from './website-name.ts'

/** The seed section of claimed websites. */
export const userWebsiteSeed = seedSection({
  name: 'user_websites',
  creation: UserWebsiteClaim,
  suppliedByAlias: ['website'],
  shape: { website: LongText, status: z.enum(websiteStatuses).default('verified'), ...seedOwner },
  pull: { lists: [{ operation: 'user_websites/get' }] },
  create(context, { website, status, owner }) {
    const name = websiteName(website) ?? context.refuse(`website '${website}' names no website`)
    const held = status === 'verified' ? null : status
    return { id: replaceClaim(context.world, ownerIdOf(context, owner), name, held).id }
  },
})
