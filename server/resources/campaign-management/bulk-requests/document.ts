import { csvLine } from '#server/http/responses/csv-cell.ts'
import type { World } from '#server/worlds/world.ts'
import { columnsOf } from './columns.ts'
import { downloadOf } from './download.ts'
import { type BulkEntityType, bulkEntityTypes, entityKeys } from './entity-types.ts'
import type { BulkRequestRow } from './repository.ts'
import { type BulkDownloadCreate, BulkItemResult } from './schema.ts'
import { resultsOf } from './state.ts'

const requestOf = ({ request }: BulkRequestRow): BulkDownloadCreate => JSON.parse(request)

/** Returns the format of a bulk request's file; of an upsert it is JSON. */
export const formatOf = (row: BulkRequestRow): 'CSV' | 'JSON' => requestOf(row).output_format ?? 'JSON'

/** The types of a download, parents before children; those that change delivery when the request names none. */
const typesOf = ({ entity_types }: BulkDownloadCreate): readonly BulkEntityType[] =>
  bulkEntityTypes.filter((type) => entity_types?.includes(type) ?? (type !== 'SCHEDULE' && type !== 'ENTITY_HISTORY'))

/**
 * Yields the file of a bulk request (assumed): of an upsert its results, of a download the entities as they are when the
 * file is fetched, by type in JSON, and with a column for each of their fields in CSV.
 */
export async function* bulkDocument(world: World, row: BulkRequestRow): AsyncGenerator<string> {
  if (row.type === 'UPSERT') {
    yield JSON.stringify({ request_id: row.id, items: resultsOf(row).map((one) => BulkItemResult.parse(one)) })
    return
  }
  const request = requestOf(row)
  const types = typesOf(request)
  const download = downloadOf(world, row.ad_account_id, request)
  if (formatOf(row) === 'CSV') {
    const columns = columnsOf(types)
    yield csvLine(['entity_type', ...columns])
    for (const type of types) {
      for (const texts of download(type)) {
        yield texts.map((text) => csvLine([type, ...valuesOf(JSON.parse(text), columns)])).join('')
      }
    }
    return
  }
  for (const [index, type] of types.entries()) {
    yield `${index === 0 ? '{' : ','}"${entityKeys[type]}":[`
    let separator = ''
    for (const texts of download(type)) {
      if (texts.length === 0) continue
      yield separator + texts.join(',')
      separator = ','
    }
    yield ']'
  }
  yield '}'
}

/** Returns the values of an entity by column; lists and objects are JSON. */
const valuesOf = (entity: Readonly<Record<string, unknown>>, columns: readonly string[]) =>
  columns.map((name) => {
    const value = entity[name]
    return typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : (value as string | number | boolean | null)
  })
