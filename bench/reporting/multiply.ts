import type { Database } from '#db/database.ts'

/** Copies every campaign of a world with its ad groups and ads, so that there are so many times as many. */
export function multiply(db: Database, times: number): void {
  for (let copy = 1; copy < times; copy++) {
    const shifted = (column: string): string => `CAST(CAST(${column} AS INTEGER) + ${copy} * 100000000 AS TEXT)`
    db.transaction(() => {
      for (const [table, ids] of [
        ['campaigns', ['id']],
        ['ad_groups', ['id', 'campaign_id']],
        ['ads', ['id', 'campaign_id', 'ad_group_id']],
      ] as const) {
        const columns = db
          .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
          .pluck()
          .all(table)
          .filter((name) => name !== 'seq')
        const values = columns.map((name) => (ids.some((id) => id === name) ? shifted(name) : name))
        db.exec(
          `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}
           WHERE length(id) < 14 AND seq <= (SELECT max(seq) FROM ${table}) / ${copy} ORDER BY seq`,
        )
      }
    })()
  }
}
