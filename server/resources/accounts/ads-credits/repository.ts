import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'

/** An offer of ads credit as it is stored. */
export interface AdsCreditRow {
  readonly seq: number
  readonly id: string
  /** The ad account that has redeemed it; null while nobody has. */
  readonly ad_account_id: string | null
  readonly offer_hash: string
  readonly json: string
}

/** The table of offers. */
export const adsCreditTable = childTable<AdsCreditRow>('ad_account_id', 'ads_credits', {
  updates: ['ad_account_id', 'json'],
})

const byHash = perDb((db) =>
  db.prepare<[string], AdsCreditRow>('SELECT * FROM ads_credits WHERE offer_hash = ? ORDER BY seq LIMIT 1'),
)

/** Returns the offer of a hash. */
export const offerOf = (db: Database, hash: string): AdsCreditRow | undefined => byHash(db).get(hash)
