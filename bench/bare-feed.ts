import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Papa from 'papaparse'
import { migrate } from '#db/migrate.ts'

type Rows = readonly Readonly<Record<string, string>>[]

/** Returns the seconds in which Papa Parse reads a feed in TSV, with its rows as objects when somebody takes them. */
async function secondsOf(file: string, take?: (rows: Rows) => void): Promise<number> {
  const start = performance.now()
  const chunk = ({ data }: { data: Rows }): void => take?.(data)
  await new Promise((complete) => {
    const source = createReadStream(file, { encoding: 'utf8' })
    Papa.parse(source as never, { delimiter: '\t', header: take !== undefined, chunk, complete } as never)
  })
  return (performance.now() - start) / 1000
}

/** Returns the seconds in which Papa Parse reads a feed into nothing. */
export const parsedAlone = (file: string): Promise<number> => secondsOf(file)

/**
 * Returns the seconds in which Papa Parse and better-sqlite3 read a feed and store its rows unchecked: in the table of
 * items with its indexes, as many in a transaction as the server takes.
 */
export async function storedAlone(file: string, directory: string, together = 500): Promise<number> {
  const db = new Database(join(directory, 'bare.sqlite'))
  db.pragma('page_size = 2048')
  migrate(db)
  for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = OFF']) db.pragma(setting)
  const insert = db.prepare(
    `INSERT INTO items (catalog, feed_id, item_key, country, language, created_at, updated_at, media_type, brand,
      item_group, product_type, google_product_category, custom_label_0, title, json)
      VALUES (1, '1', ?, 'US', 'en', 1, 1, 'IMAGE', ?, ?, ?, ?, ?, ?, ?)`,
  )
  let count = 0
  db.exec('BEGIN')
  const seconds = await secondsOf(file, (rows) => {
    for (const row of rows.filter(({ id }) => id !== '')) {
      const { id, brand, item_group_id, product_type, google_product_category, custom_label_0, title } = row
      const columns = [brand, item_group_id, product_type, google_product_category, custom_label_0, title]
      insert.run(id, ...columns, JSON.stringify(row))
      if (++count % together === 0) db.exec('COMMIT; BEGIN')
    }
  })
  db.exec('COMMIT')
  db.close()
  return seconds
}
