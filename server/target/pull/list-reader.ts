import { operationOf } from '#openapi/operations.ts'
import type { PulledEntity, PulledList, PulledWithin } from '#server/contracts/pull.ts'
import { isObject } from '#server/domain/json-object.ts'
import { requestSchemas } from '#server/registry/request-schemas.ts'
import type { TargetClient } from '../client/target-client.ts'

/** A page of a list. */
export interface PulledPage {
  readonly entities: readonly PulledEntity[]
  /** Where the next page begins; null after the last one. */
  readonly bookmark: string | null
}

/** Thrown for a list that the target refuses, such as one of a beta or without a permission. */
export class ListRefusedError extends Error {
  readonly status: number
  constructor(operation: string, status: number, message: string) {
    super(`${operation}: ${status} ${message}`)
    this.status = status
  }
}

/** Items of a page: the most that lists return. */
const pageSize = 250

/** Reads pages of lists of an ad account. */
export class ListReader {
  readonly #client: TargetClient
  readonly #adAccountId: string
  readonly #signal: AbortSignal | undefined
  readonly #parameters: ReadonlyMap<string, ReadonlySet<string>>

  private constructor(
    client: TargetClient,
    adAccountId: string,
    parameters: ReadonlyMap<string, ReadonlySet<string>>,
    signal?: AbortSignal,
  ) {
    this.#client = client
    this.#adAccountId = adAccountId
    this.#parameters = parameters
    this.#signal = signal
  }

  /** Returns a reader that knows the parameters of operations. */
  static async of(
    client: TargetClient,
    adAccountId: string,
    operations: readonly string[],
    signal?: AbortSignal,
  ): Promise<ListReader> {
    const schemas = await requestSchemas(operations)
    const parameters = [...schemas].map(([id, { querystring }]) => {
      const shape = querystring !== undefined && 'shape' in querystring ? (querystring.shape as object) : {}
      return [id, new Set(Object.keys(shape))] as const
    })
    return new ListReader(client, adAccountId, new Map(parameters), signal)
  }

  /**
   * Reads one page.
   *
   * @param ids The entities that it is read for, where the list is within others.
   * @throws ListRefusedError, TargetError
   */
  async page(
    { operation: id, query, within }: PulledList,
    ids: readonly string[] = [],
    bookmark: string | null = null,
  ): Promise<PulledPage> {
    const operation = operationOf(id)
    const names: Readonly<Record<string, string>> = {
      ad_account_id: this.#adAccountId,
      ...(within && { [within.parameter]: ids.join(',') }),
    }
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''))
    const inQuery = Object.entries(names).filter(
      ([name]) => this.#takes(id, name) && !operation.path.includes(`{${name}}`),
    )
    const answer = await this.#client.send({
      method: 'GET',
      path,
      query: {
        ...Object.fromEntries(inQuery),
        ...query,
        ...(this.#takes(id, 'page_size') && { page_size: pageSize }),
        ...(bookmark !== null && { bookmark }),
      },
      category: operation.rate_category,
      signal: this.#signal,
    })
    const { status, body } = answer
    if (status !== 200) {
      throw new ListRefusedError(id, status, isObject(body) ? String(body.message ?? '') : answer.text.slice(0, 200))
    }
    if (!isObject(body)) {
      throw new ListRefusedError(id, status, `the answer is no JSON object: ${answer.text.slice(0, 200)}`)
    }
    if (!Array.isArray(body.items)) return { entities: [body], bookmark: null }
    const { bookmark: next } = body
    return {
      entities: (body.items as readonly unknown[]).filter(isObject),
      bookmark: typeof next === 'string' && next !== '' && next !== bookmark ? next : null,
    }
  }

  #takes(operation: string, parameter: string): boolean {
    return this.#parameters.get(operation)?.has(parameter) ?? false
  }
}

/** Returns the ids that a list is read for, in the groups in which calls name them; one empty group where there are none. */
export function groupsOf(
  within: PulledWithin | undefined,
  idsOf: (section: string, mark?: string) => readonly string[],
) {
  if (within === undefined) return [[]]
  const { section, mark, most = 1 } = within
  const ids = idsOf(section, mark)
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, index) => ids.slice(index * most, (index + 1) * most))
}

/** What reading a page came to. */
export type ListOutcome = PulledPage | ListRefusedError

/** Whether a list was refused. */
export const isRefusal = (outcome: ListOutcome): outcome is ListRefusedError => outcome instanceof ListRefusedError

/** Returns a page, or its refusal; throws where the token is refused. */
export async function orRefusal(page: Promise<PulledPage>): Promise<ListOutcome> {
  try {
    return await page
  } catch (error) {
    if (error instanceof ListRefusedError && error.status !== 401) return error
    throw error
  }
}
