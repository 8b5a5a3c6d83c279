import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Papa from 'papaparse'
import { migrate } from '#db/migrate.ts'
import { FeedCheck } from '#server/domain/catalogs/feeds/feed-check.ts'
import { upsertItems } from '#server/resources/catalogs/items/repository.ts'

type Rows = readonly Readonly<Record<string, string>>[]

/** What a step of the ladder takes: seconds by the wall clock and of processor time. */
export interface StepCost {
  readonly seconds: number
  readonly processor: number
}

/** What the reading of a feed costs with ever more work on each row. */
export interface Step {
  readonly name: string
  readonly cost: StepCost
}

/** Reads a feed in TSV with Papa Parse, with its rows as objects when somebody takes them. */
async function costOf(file: string, take?: (rows: Rows) => void): Promise<StepCost> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const chunk = ({ data }: { data: Rows }): void => take?.(data)
  await new Promise((complete) => {
    const source = createReadStream(file, { encoding: 'utf8' })
    Papa.parse(source as never, { delimiter: '\t', header: take !== undefined, chunk, complete } as never)
  })
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}

/** Reads a feed and has its rows stored chunk by chunk, in a new database with the tables of a world. */
async function storing(
  file: string,
  path: string,
  storeWith: (db: Database.Database) => (rows: Rows) => void,
): Promise<StepCost> {
  const db = new Database(path)
  db.pragma('page_size = 2048')
  migrate(db)
  for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = OFF']) db.pragma(setting)
  const store = db.transaction(storeWith(db))
  const cost = await costOf(file, (rows) => store(rows.filter(({ id }) => id !== '')))
  db.close()
  return cost
}

/** Stores rows unchecked, in the table of items with its indexes. */
function bareInsert(db: Database.Database): (rows: Rows) => void {
  const insert = db.prepare(
    `INSERT INTO items (catalog, feed_id, item_key, country, language, created_at, updated_at, media_type, brand,
      item_group, product_type, google_product_category, custom_label_0, title, json)
      VALUES (1, '1', ?, 'US', 'en', 1, 1, 'IMAGE', ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (rows) => {
    for (const row of rows) {
      const { id, brand, item_group_id, product_type, google_product_category, custom_label_0, title } = row
      const columns = [brand, item_group_id, product_type, google_product_category, custom_label_0, title]
      insert.run(id, ...columns, JSON.stringify(row))
    }
  }
}

/** Checks rows as the server does, and stores what its filters compare of them. */
function checkedInsert(db: Database.Database): (rows: Rows) => void {
  const check = new FeedCheck({ catalogType: 'RETAIL', country: 'US' })
  return (rows) => {
    const products = rows.flatMap((attributes) => check.add({ attributes, line: null }) ?? [])
    upsertItems(db, { catalog: 1, country: 'US', language: 'en' }, products, { feedId: '1', at: 1 })
  }
}

/** Measures a parser alone, with bare SQLite, and with the server's checks. */
export async function climb(file: string, directory: string): Promise<readonly Step[]> {
  const bare = () => storing(file, join(directory, 'bare.sqlite'), bareInsert)
  const checked = () => storing(file, join(directory, 'checked.sqlite'), checkedInsert)
  return [
    { name: 'Papa Parse, into nothing', cost: await costOf(file) },
    { name: 'and bare better-sqlite3: each row bound and stored', cost: await bare() },
    { name: "and the server's checks and columns", cost: await checked() },
  ]
}
