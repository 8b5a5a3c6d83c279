import type { Statement } from 'better-sqlite3'
import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { type AttributeColumn, attributeColumns } from './attribute-columns.ts'
import { type EntityLevel, levelsAbove } from './levels.ts'

/** A value of an attribute: null where the entity has none. */
export type AttributeValue = string | number | null

/** The tables that the columns of each level are read from. */
const tablesOf: Readonly<Record<EntityLevel, string>> = {
  account: 'ad_accounts AS account WHERE account.id = ?',
  campaign:
    'campaigns AS campaign JOIN ad_accounts AS account ON account.id = campaign.ad_account_id WHERE campaign.id = ?',
  ad_group: `ad_groups AS ad_group
    JOIN campaigns AS campaign ON campaign.id = ad_group.campaign_id
    JOIN ad_accounts AS account ON account.id = ad_group.ad_account_id
    WHERE ad_group.id = ?`,
  ad: `ads AS ad
    JOIN ad_groups AS ad_group ON ad_group.id = ad.ad_group_id
    JOIN campaigns AS campaign ON campaign.id = ad.campaign_id
    JOIN ad_accounts AS account ON account.id = ad.ad_account_id
    WHERE ad.id = ?`,
  product_group: `product_group_promotions AS product_group
    JOIN ad_groups AS ad_group ON ad_group.id = product_group.ad_group_id
    JOIN campaigns AS campaign ON campaign.id = ad_group.campaign_id
    JOIN ad_accounts AS account ON account.id = product_group.ad_account_id
    WHERE product_group.id = ?`,
}

/** How many sets of columns have a prepared statement: they are forgotten together when there are more. */
const mostStatements = 50

const statementsOf = perDb(() => new Map<string, Statement<[string], readonly AttributeValue[]>>())

function statementOf(db: Database, level: EntityLevel, expressions: readonly string[]) {
  const sql = `SELECT ${expressions.join(', ')} FROM ${tablesOf[level]}`
  const statements = statementsOf(db)
  const known = statements.get(sql)
  if (known !== undefined) return known
  if (statements.size >= mostStatements) statements.clear()
  const statement = db.prepare<[string], readonly AttributeValue[]>(sql).raw()
  statements.set(sql, statement)
  return statement
}

/** Tells whether rows of a level have a column of attributes. */
export const hasAttribute = (level: EntityLevel, name: string): boolean => {
  const column = attributeColumns[name]
  return column !== undefined && levelsAbove[level].includes(column.of)
}

/**
 * Returns the attributes of an entity as they are now, in the order of their names; null where it has none, and for an
 * entity that does not exist.
 *
 * @param names Names of `attributeColumns` that rows of the level have.
 */
export function attributesOf(
  db: Database,
  level: EntityLevel,
  names: readonly string[],
  id: string,
): readonly AttributeValue[] {
  return valuesOf(
    db,
    level,
    names.map((name) => (attributeColumns[name] as AttributeColumn).sql),
    id,
  )
}

/**
 * Returns the values of SQL expressions over an entity and those above it; null for an entity that does not exist.
 *
 * @param expressions Over the tables `account`, `campaign`, `ad_group`, `ad` and `product_group`; never input.
 */
export function valuesOf(
  db: Database,
  level: EntityLevel,
  expressions: readonly string[],
  id: string,
): readonly AttributeValue[] {
  if (expressions.length === 0) return []
  return statementOf(db, level, expressions).get(id) ?? expressions.map(() => null)
}
