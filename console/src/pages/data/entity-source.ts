import { callApi } from '../../api/call-api.ts'
import { filledPath, type KindOperations, operationsOf } from '../../api/kind-operations.ts'
import { type ApiDescription, apiDescription, type Operation } from '../../api/openapi.ts'
import { refusalsOf } from '../../api/refusals.ts'
import { idOf } from '../../state/kinds.ts'
import { world } from '../../state/route.ts'
import { forgetExport, type Row, type Tables, tablesOf } from '../../state/world-export.ts'

/** An entity with where it was read. */
export interface ReadEntity {
  readonly description: ApiDescription
  readonly operations: KindOperations
  /** What the API answers, or what the world stores where no call gets one; undefined where there is none. */
  readonly entity: Row | undefined
  /** What the world stores of it, with the columns that the API does not show. */
  readonly stored: Row | undefined
  readonly source: string
  /** Values of the paths of its operations. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Reads an entity by the API's call for one, by its list, or from the export of the world. */
export async function readEntity(kind: string, id: string, tables: Tables, signal: AbortSignal): Promise<ReadEntity> {
  const description = await apiDescription()
  const operations = operationsOf(description, kind)
  // A client may have made it since the export was read.
  const stored = rowOf(tables, kind, id) ?? rowOf(await newTables(), kind, id)
  const parameters = parametersOf(kind, id, stored, operations)
  const base = { description, operations, stored, parameters }
  for (const operation of [operations.get, listById(kind, operations.list)]) {
    const path = operation && filledPath(operation.path, parameters)
    if (operation === undefined || path === undefined || path.includes('{')) continue
    const isList = operation === operations.list
    const query = isList ? { [idsField(kind)]: id } : {}
    const answer = await callApi(world.value, path, { query, signal })
    if (refusalsOf(answer).length > 0) continue
    const body = answer.body as Row & { items?: readonly Row[] }
    const entity = isList ? body.items?.find((row) => idOf(row) === id) : body
    if (entity !== undefined) return { ...base, entity, source: `${operation.method} ${operation.path}` }
  }
  return { ...base, entity: stored, source: 'the export of the world: no call of the API answers it to this user' }
}

const rowOf = (tables: Tables, kind: string, id: string): Row | undefined =>
  tables[kind]?.find((row) => idOf(row) === id)

const newTables = (): Promise<Tables> => {
  forgetExport()
  return tablesOf(world.value)
}

/** Returns the values of the paths of an entity's operations: its ad account, and its id under the name there. */
function parametersOf(kind: string, id: string, stored: Row = {}, operations: KindOperations): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const { path } of [operations.get, operations.update].filter((one) => one !== undefined)) {
    for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) parameters[name] = id
  }
  const owners = ['ad_account_id', 'board_id', 'business_id', 'pin_id', 'feed_id']
  for (const owner of owners) {
    const value = stored[owner]
    if (typeof value === 'string' && owner !== `${singular(kind)}_id`) {
      parameters[owner] = value
    }
  }
  if (kind === 'ad_accounts') parameters.ad_account_id = id
  return parameters
}

const singular = (kind: string): string => kind.replace(/s$/, '')
const idsField = (kind: string): string => `${singular(kind)}_ids`

const listById = (kind: string, list: Operation | undefined): Operation | undefined =>
  list?.parameters.some(({ name }) => name === idsField(kind)) ? list : undefined
