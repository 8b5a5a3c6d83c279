import { flattened } from '#openapi/shape.ts'
import type { Filters } from './filters.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { sourceFile } from './source.ts'

/** Returns `repository.ts`: the table of the entities, and the pages of their list. */
export function repositoryFile({ names, operations }: Plan, filters: Filters): string {
  const { type, types, variable, resource, one, many } = names
  const { hasOrder, ids, statuses } = filters
  const order = hasOrder ? "descending: order === 'DESCENDING'," : ''
  const list = `/** What a list of ${many} is narrowed to. */
export interface ${type}Filter {
  readonly ad_account_id: string
  ${ids ? `readonly ${ids}?: readonly string[] | undefined` : ''}
  ${statuses ? `readonly ${statuses}: readonly ${type}Row['status'][]` : ''}
  ${hasOrder ? "readonly order: 'ASCENDING' | 'DESCENDING'" : ''}
}

/** Returns one page of an ad account's ${many} in the order of their ids. */
export const list${types} = (
  db: Database,
  { ${['ad_account_id', ids, statuses, hasOrder && 'order'].filter(Boolean).join(', ')} }: ${type}Filter,
  page: PageRange,
): readonly ${type}Row[] =>
  ${variable}Table.page(db, { ${rangeText(filters)} ${order} ...page })`
  const text = `/** ${withArticle(one).replace(/^a/, 'A')} as it is stored: what is filtered, and the JSON text that is answered. */
export interface ${type}Row {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  ${statuses ? `readonly status: ${type}['status']` : ''}
  readonly json: string
}

/** The table of ${many}. */
export const ${variable}Table = accountTable<${type}Row>('${resource}')

${operations.byRole.list ? list : ''}`
  return sourceFile(text, {
    '#db/database.ts': ['type Database'],
    '#db/keyset.ts': ['type PageRange', 'rangesOf', 'withinAccount'],
    '#db/table.ts': ['accountTable'],
    './schema.ts': [`type ${type}`],
  })
}

/** Returns where the pages of a list are found: by the index on what it is narrowed to. */
function rangeText({ ids, statuses }: Filters): string {
  if (statuses !== undefined) {
    return `...withinAccount(ad_account_id, ${statuses}${ids === undefined ? '' : `, { id: ${ids} }`}),`
  }
  if (ids === undefined) return "columns: ['ad_account_id'], ranges: [[ad_account_id]],"
  return `columns: ${ids} === undefined ? ['ad_account_id'] : ['id', 'ad_account_id'],
    ranges: ${ids} === undefined ? [[ad_account_id]] : rangesOf(${ids}, [ad_account_id]),`
}

/** Returns the migration that makes the table. */
export function migrationFile({ names, description, entity }: Plan, { statuses }: Filters): string {
  const { resource, Many, one } = names
  const values =
    statuses === undefined
      ? []
      : (flattened(description, entity.properties.status ?? {}).enum ?? []).filter((value) => value !== null)
  const column =
    statuses === undefined
      ? ''
      : `\n  status TEXT NOT NULL CHECK (status IN (${values.map((v) => `'${v}'`).join(', ')})),`
  const index =
    statuses === undefined
      ? `CREATE INDEX ${resource}_by_account ON ${resource} (ad_account_id, seq);`
      : `CREATE INDEX ${resource}_by_status ON ${resource} (ad_account_id, status, seq);`
  return `-- ${Many}. \`json\` is the ${one} as it is answered.
CREATE TABLE ${resource} (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,${column}
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

${index}
`
}
