import table from './operations.json' with { type: 'json' }

/** How a call may prove who it is, by the name that the API's description uses, and the scopes it then needs. */
export interface Security {
  readonly pinterest_oauth2?: readonly string[]
  readonly client_credentials?: readonly string[]
  readonly conversion_token?: readonly string[]
  readonly basic?: readonly string[]
}

/** One documented operation of the Pinterest API v5. */
export interface Operation {
  /** The API's own operation id, such as `campaigns/create`: what routes, rules, coverage and tests key on. */
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
  /** The version of the description in which it is first known here. */
  readonly since: string
}

/** Every documented operation, in the order of the official description. */
export const operations: readonly Operation[] = table as Operation[]

const byId = new Map(operations.map((operation) => [operation.id, operation]))

/** The operation of that id; throws on an id that the contract does not have. */
export function operationOf(id: string): Operation {
  const operation = byId.get(id)
  if (operation === undefined) throw new Error(`The contract has no operation '${id}'`)
  return operation
}
