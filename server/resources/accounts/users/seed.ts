import { z } from 'zod'
import { aliasOf, type SeedContext, seedSection } from '#server/contracts/seed-section.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { saveUser } from './service.ts'

const Profile = z.strictObject({
  username: z.string().regex(/^[A-Za-z0-9_]{3,30}$/),
  account_type: z.enum(['PINNER', 'BUSINESS']).optional(),
  about: LongText.optional(),
  business_name: LongText.nullish(),
  website_url: LongText.optional(),
  profile_image: LongText.optional(),
})

/** Users of a seed. `mock_advertiser` is every world's first user: naming it gives it an alias and a profile. */
export const userSeed = seedSection({
  name: 'users',
  creation: Profile,
  shape: {},
  create({ world, parsed }, item) {
    const { username, ...profile } = parsed(Profile, item)
    return { id: saveUser(world, username, profile as object).id }
  },
})

/** What items of a seed that belong to a user may say of that. */
export const seedOwner = { owner: aliasOf('users').optional() }

/** Returns the id of the user whom an item names as its owner; the first user's when it names nobody. */
export const ownerIdOf = ({ idNamed }: SeedContext, owner: string | undefined): string =>
  owner === undefined ? defaultUser.id : idNamed('users', owner)
