import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'

/** An integration as it is stored. */
export interface IntegrationRow {
  readonly seq: number
  readonly id: string
  /** The id of the user who connected the business. */
  readonly owner_id: string
  /** The partner's own id of the business; null where it was not sent. */
  readonly external_business: string | null
  readonly json: string
}

/** The table of integrations. */
export const integrationTable = childTable<IntegrationRow>('owner_id', 'integrations')

const byBusiness = perDb((db) =>
  db.prepare<[string], IntegrationRow>('SELECT * FROM integrations WHERE external_business = ?'),
)

/** Returns the integration of a business, whoever has connected it. */
export const findByBusiness = (db: Database, externalBusinessId: string): IntegrationRow | undefined =>
  byBusiness(db).get(externalBusinessId)

/** Returns the integration that test control names: by its id, or by the partner's own id of the business. */
export const integrationAnywhere = (db: Database, name: string): IntegrationRow | undefined =>
  integrationTable.findAnywhere(db, name) ?? findByBusiness(db, name)
