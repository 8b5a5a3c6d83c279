import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { actorQuery, LongId, LongText } from '#server/http/schema/fields.ts'
import { catalogIdRange } from '../catalogs/resource.ts'

/** The languages of items, in capitals. */
// biome-ignore format: a table
const languages = [
  'AM', 'AR', 'AZ', 'BG', 'BN', 'BS', 'CA', 'CS', 'DA', 'DV', 'DZ', 'DE', 'EL', 'EN', 'ES', 'ET', 'FA', 'FI', 'FR',
  'HE', 'HI', 'HR', 'HU', 'HY', 'ID', 'IN', 'IS', 'IT', 'IW', 'JA', 'KA', 'KM', 'KO', 'LO', 'LT', 'LV', 'MK', 'MN',
  'MS', 'MY', 'NB', 'NE', 'NL', 'NO', 'PL', 'PT', 'RO', 'RU', 'SK', 'SL', 'SQ', 'SR', 'SV', 'TL', 'UK', 'VI', 'TE',
  'TH', 'TR', 'XX', 'ZH',
] as const

/** How many items a request has at most. */
const most = 10_000

/** What an item is found by. */
export const AuctionItemKey = z.object({
  item_id: LongText.meta({ description: 'Id that the merchant gives the item.' }),
  country: z.enum(countries),
  language: z.enum(languages),
})
export type AuctionItemKey = z.output<typeof AuctionItemKey>

const Multipliers = z.record(z.string(), z.number())

/** Bid options of a request: those without a value clear what the mask names. */
export const BidOptions = z
  .object({
    bid_in_micro_currency: z.int().nullish().meta({ description: '0 stops the distribution of the item.' }),
    app_type_multipliers: Multipliers.nullish().meta({
      description: 'Multipliers from 0 to 10 by the type of the app.',
    }),
    placement_multipliers: Multipliers.nullish().meta({ description: 'Multipliers from 0 to 10 by the placement.' }),
  })
  .meta({ id: 'AdvancedAuctionBidOptions', description: 'Bid and bid multipliers of an item.' })
export type BidOptions = z.output<typeof BidOptions>

const masks = ['BID', 'APP_TYPE_BID_MULTIPLIER_SET', 'PLACEMENT_BID_MULTIPLIER_SET'] as const
const mask = z.array(z.enum(masks)).nullable().meta({ description: 'Options that are set; others stay as they are.' })

const Upsert = AuctionItemKey.extend({
  operation: z.literal('UPSERT'),
  bid_options: BidOptions,
  update_mask: mask,
})
const Delete = AuctionItemKey.extend({ operation: z.literal('DELETE') })

/** An operation on the bid options of an item. */
export const AuctionRecord = z.discriminatedUnion('operation', [Upsert, Delete])
export type AuctionRecord = z.output<typeof AuctionRecord>

const key = { item_id: 'BOOT-1', country: 'US', language: 'EN' } as const
const catalog_id = idOf(catalogIdRange, 1)

/** The query parameters of both operations. */
export const AuctionQuery = z.object(actorQuery)

/** The request body of a read. */
export const AuctionGetRequest = z
  .strictObject({ catalog_id: LongId, items: z.array(AuctionItemKey).min(1).max(most) })
  .meta({
    id: 'AdvancedAuctionGetRequest',
    description: 'Request for the bid options of items.',
    example: { catalog_id, items: [key] },
  })

/** The request body of a change. */
export const AuctionSubmitRequest = z
  .strictObject({ catalog_id: LongId, items: z.array(AuctionRecord).min(1).max(most) })
  .meta({
    id: 'AdvancedAuctionSubmitRequest',
    description: 'Request to set and to delete bid options of items.',
    example: {
      catalog_id,
      items: [{ ...key, operation: 'UPSERT', bid_options: { bid_in_micro_currency: 1_500_000 }, update_mask: ['BID'] }],
    },
  })

const AuctionItem = AuctionItemKey.extend({ bid_options: BidOptions })

/** The response to a read. */
export const AuctionItems = z
  .object({ catalog_id: LongId, items: z.array(AuctionItem) })
  .meta({ id: 'AdvancedAuctionItems', description: 'Bid options of the items that have any.' })

const errors = z.array(z.object({ code: z.int(), message: z.string() }))

/** The response to a change. */
export const AuctionResults = z
  .object({
    catalog_id: LongId,
    items: z.array(z.discriminatedUnion('operation', [Upsert.extend({ errors }), Delete.extend({ errors })])),
  })
  .meta({
    id: 'AdvancedAuctionResults',
    description: 'The operations of a request, with errors where one was refused.',
  })
