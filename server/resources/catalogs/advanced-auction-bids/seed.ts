import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { catalogTable } from '../catalogs/repository.ts'
import { AuctionItemKey, BidOptions } from './schema.ts'
import { keyIn, setBidOptions } from './service.ts'

const BidSeed = AuctionItemKey.extend({ bid_options: BidOptions })

/** The seed section of bid options, each of an item of a catalog. */
export const advancedAuctionBidSeed = seedSection({
  name: 'advanced_auction_bids',
  creation: BidSeed,
  shape: { ...seedOwner, catalog: aliasOf('catalogs') },
  create(context, { owner, catalog, ...item }) {
    const { world, parsed, idNamed, refuse } = context
    const row = catalogTable.find(world.db, ownerIdOf(context, owner), idNamed('catalogs', catalog))
    if (row === undefined) return refuse(`The owner has no catalog ${catalog}`)
    const { bid_options, ...key } = parsed(BidSeed, item)
    const mask = ['BID', 'APP_TYPE_BID_MULTIPLIER_SET', 'PLACEMENT_BID_MULTIPLIER_SET'] as const
    return { id: String(setBidOptions(world, keyIn(row, key), bid_options, mask)) }
  },
})
