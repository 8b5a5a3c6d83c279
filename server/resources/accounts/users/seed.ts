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

/**
 * The seed section of users. `mock_advertiser` is the first user of every world: an item of this name gives the user an
 * alias and a profile.
 */
export const userSeed = seedSection({
  name: 'users',
  creation: Profile,
  shape: {},
  pull: {
    lists: [{ operation: 'user_account/get' }],
    fields: (profile) => ({ ...profile, username: defaultUser.username }),
  },
  create({ world, parsed }, item) {
    const { username, ...profile } = parsed(Profile, item)
    return { id: saveUser(world, username, profile as object).id }
  },
})

/** The field of a seed item that names its owner. */
export const seedOwner = { owner: aliasOf('users').optional() }

/** Returns the id of an item's owner; that of the first user when it names none. */
export const ownerIdOf = ({ idNamed }: SeedContext, owner: string | undefined): string =>
  owner === undefined ? defaultUser.id : idNamed('users', owner)
