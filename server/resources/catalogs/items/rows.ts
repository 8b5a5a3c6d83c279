import type { ItemColumns } from '#server/domain/catalogs/item-columns.ts'
import type { Market } from '#server/domain/catalogs/market.ts'

/** An item as it is stored. */
export interface ItemRow extends ItemColumns, Market {
  readonly seq: number
  /** The `seq` of its catalog. */
  readonly catalog: number
  /** The feed that brought it; null for an item of a batch. */
  readonly feed_id: string | null
  /** The id that the merchant gives it: `item_id`, `hotel_id` or `creative_assets_id` in the API. */
  readonly item_key: string
  /** Milliseconds since 1970. */
  readonly created_at: number
  readonly updated_at: number
  /** Its attributes as the API has them. */
  readonly json: string
  /** Whether an ad of its product Pin was submitted. */
  readonly has_been_promoted: 0 | 1
}

/** An item with the user whose catalog has it. */
export interface OwnedItemRow extends ItemRow {
  readonly owner_id: string
  readonly username: string
}

/** One catalog in one market, within which a merchant's ids are unique. */
export interface CatalogMarket extends Market {
  /** The `seq` of the catalog. */
  readonly catalog: number
}

/** An item to be stored, by the merchant's id. */
export interface NewItem {
  readonly key: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** Where items come from and when: milliseconds since 1970. */
export interface Arrival {
  readonly feedId: string | null
  readonly at: number
  /** Whether other feeds of the catalog may have brought the same items. */
  readonly hasOthers?: boolean
}
