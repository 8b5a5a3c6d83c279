import { defaultUser, userIdRange } from '#server/domain/access/user.ts'
import { idOf } from '#server/domain/ids.ts'
import { adAccountIdRange } from '#server/resources/accounts/ad-accounts/resource.ts'

/** Ids of users and ad accounts of the built-in seed, for examples of request bodies. */
export const sampleIds = {
  business: defaultUser.id,
  partner: idOf(userIdRange, 2),
  member: idOf(userIdRange, 3),
  brandAccount: idOf(userIdRange, 6),
  adAccount: idOf(adAccountIdRange, 1),
  otherAdAccount: idOf(adAccountIdRange, 2),
  partnersAdAccount: idOf(adAccountIdRange, 4),
} as const
