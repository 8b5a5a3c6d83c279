import { flattened } from '#openapi/shape.ts'
import type { Filters } from './filters.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { sourceFile } from './source.ts'

/** Returns `repository.ts`: the table of the entities, and the pages of their list where it can be narrowed. */
export function repositoryFile({ names, operations, owner }: Plan, filters: Filters): string {
  const { type, types, variable, resource, one, many } = names
  const { hasOrder, ids, statuses } = filters
  const column = owner.column
  const order = hasOrder ? "descending: order === 'DESCENDING'," : ''
  const list = `/** The filters of a list of ${many}. */
export interface ${type}Filter {
  ${ids ? `readonly ${ids}?: readonly string[] | undefined` : ''}
  ${statuses ? `readonly ${statuses}: readonly ${type}Row['status'][]` : ''}
  ${hasOrder ? "readonly order: 'ASCENDING' | 'DESCENDING'" : ''}
}

/** Returns one page of the ${many} of ${owner.a} in the order of their ids. */
export const list${types} = (
  db: Database,
  { ${[ids, statuses, hasOrder && 'order'].filter(Boolean).join(', ')} }: ${type}Filter,
  page: PageRange,
  { id: ownerId }: Owned,
): readonly ${type}Row[] =>
  ${variable}Table.page(db, { ${rangeText(filters, column)} ${order} ...page })`
  const table =
    column === 'ad_account_id'
      ? `accountTable<${type}Row>('${resource}')`
      : `childTable<${type}Row>('${column}', '${resource}')`
  const text = `/** ${withArticle(one).replace(/^a/, 'A')} as it is stored: the columns that queries use, and the JSON text for responses. */
export interface ${type}Row {
  readonly seq: number
  readonly id: string
  readonly ${column}: string
  ${statuses ? `readonly status: ${type}['status']` : ''}
  readonly json: string
}

/** The table of ${many}. */
export const ${variable}Table = ${table}

${operations.byRole.list && isNarrowed(filters) ? list : ''}`
  return sourceFile(text, {
    '#db/database.ts': ['type Database'],
    '#db/keyset.ts': ['type PageRange', 'rangesOf', 'withinAccount'],
    '#db/table.ts': ['accountTable', 'childTable'],
    '#server/collections/owner.ts': ['type Owned'],
    './schema.ts': [`type ${type}`],
  })
}

/** Tells whether a list can be narrowed to ids or statuses: its pages are then read from other indexes. */
export const isNarrowed = ({ ids, statuses }: Filters): boolean => ids !== undefined || statuses !== undefined

/** Returns where the pages of a list are found: by the index on what it is narrowed to. */
function rangeText({ ids, statuses }: Filters, column: string): string {
  if (statuses !== undefined && column === 'ad_account_id') {
    return `...withinAccount(ownerId, ${statuses}${ids === undefined ? '' : `, { id: ${ids} }`}),`
  }
  const [columns, ranges] = statuses === undefined ? ['', ''] : [", 'status'", `, ${statuses}`]
  const all = `columns: ['${column}'${columns}], ranges: rangesOf([ownerId]${ranges}),`
  if (ids === undefined) return all
  return `...(${ids} === undefined
      ? { ${all} }
      : { columns: ['id', '${column}'${columns}], ranges: rangesOf(${ids}, [ownerId]${ranges}) }),`
}

/** Returns the migration that makes the table. */
export function migrationFile({ names, description, entity, owner }: Plan, { statuses }: Filters): string {
  const { resource, Many, one } = names
  const { column: owning, table } = owner
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
      ? `CREATE INDEX ${resource}_by_owner ON ${resource} (${owning}, seq);`
      : `CREATE INDEX ${resource}_by_status ON ${resource} (${owning}, status, seq);`
  return `-- ${Many}. \`json\` is the ${one} as a response has it.
CREATE TABLE ${resource} (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ${owning} TEXT NOT NULL REFERENCES ${table} (id) ON DELETE CASCADE,${column}
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

${index}
`
}
