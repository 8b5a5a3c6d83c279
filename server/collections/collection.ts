import type { ChildTable } from '#db/table.ts'
import type { OperationRoute, OperationSchema } from '../contracts/operations.ts'
import type { World } from '../worlds/world.ts'
import type { Owned, Owner } from './owner.ts'

/** The schema and the handler of an operation. Its route adds a summary and a description of its own. */
export type OperationParts = Pick<OperationRoute<OperationSchema>, 'schema' | 'handler'>

/** What a row has that responses are made of: the place in the order of ids, and the JSON text. */
export interface StoredRow {
  readonly seq: number
  readonly json: string
}

/** Returns the function that makes rows JSON text for the responses to one request. */
export type Texts<Row> = (world: World) => (row: Row) => string

/** Entities of one kind, each of an owner. */
export interface Collection<Context extends Owned, Names extends object, Row extends StoredRow> {
  readonly owner: Owner<Context, Names>
  readonly table: Pick<ChildTable<never, Row>, 'find' | 'pageWithin'>
  /** The text of a row in a response; the stored one when absent. */
  readonly text?: Texts<Row>
  /** The text of a row in a list; as in other responses when absent. */
  readonly listed?: Texts<Row>
}

/** Returns the schema of an operation with the parameters that name the owner. */
export const schemaWithin = (
  { path, query }: Pick<Owner<Owned, object>, 'path' | 'query'>,
  schema: OperationSchema,
): OperationSchema => ({ ...(path && { params: path }), ...(query && { querystring: query }), ...schema })

/** Returns rows as they are stored. */
export const storedText = () => (row: StoredRow) => row.json
