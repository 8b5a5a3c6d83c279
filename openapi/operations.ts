import table from './operations.json' with { type: 'json' }

/** The security schemes that an operation accepts, by the names of the API's description, with the scopes of each. */
export interface Security {
  readonly pinterest_oauth2?: readonly string[]
  readonly client_credentials?: readonly string[]
  readonly conversion_token?: readonly string[]
  readonly basic?: readonly string[]
}

/** One documented operation of the Pinterest API v5. */
export interface Operation {
  /** The API's own operation id, such as `campaigns/create`: the key of routes, rules, coverage and tests. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The path below `/v5`, with parameters in braces. */
  readonly path: string
  readonly tag: string
  readonly security: Security
  /** The rate limit category that a call counts against. */
  readonly rate_category: string
  /** Whether Pinterest's own sandbox offers it. */
  readonly sandbox: boolean
  /** The version of the description in which this project first has it. */
  readonly since: string
}

/** Every documented operation, in the order of the official description. */
export const operations: readonly Operation[] = table as Operation[]

const byId = new Map(operations.map((operation) => [operation.id, operation]))

/** Returns the operation with an id; throws where the contract has none. */
export function operationOf(id: string): Operation {
  const operation = byId.get(id)
  if (operation === undefined) throw new Error(`The contract has no operation '${id}'`)
  return operation
}
