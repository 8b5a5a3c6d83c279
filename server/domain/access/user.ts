import { firstContentId, idOf, idRange } from '../ids.ts'

/** A user by name and id. */
export interface User {
  readonly username: string
  readonly id: string
}

/** Where the ids of users begin. */
export const userIdRange = idRange('user', firstContentId('user'))

/** The first user of every world: the caller of an undeclared token. */
export const defaultUser: User = { username: 'mock_advertiser', id: idOf(userIdRange, 1) }

/** The profile of a user beside name and id. */
export interface UserProfile {
  readonly account_type: 'PINNER' | 'BUSINESS'
  readonly about: string
  readonly business_name: string | null
  readonly website_url: string
  readonly profile_image: string
}

/** Returns the default profile of a user. */
export const profileOf = (username: string): UserProfile => ({
  account_type: 'BUSINESS',
  about: 'A user of a local stand-in for the Pinterest API.',
  business_name: username
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' '),
  website_url: 'https://example.com',
  profile_image: `https://i.pinimg.com/150x150/${username}.jpg`,
})

/** How the service sees a user who sells: what the user may do with catalogs depends on it. */
export const merchantStatuses = ['APPROVED', 'PENDING', 'UNDER_REVIEW', 'DISAPPROVED'] as const
/** One of `merchantStatuses`. */
export type MerchantStatus = (typeof merchantStatuses)[number]

/** A user as the owner of catalogs. */
export interface Merchant extends Pick<UserProfile, 'account_type'> {
  readonly merchant_status: MerchantStatus
  /** Whether feeds are refused until the user has claimed a website, and has verified one. */
  readonly needs_website: boolean
}
