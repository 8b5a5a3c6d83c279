import type { Operations } from '../contracts/operations.ts'
import { idOf } from '../domain/ids.ts'
import { addResources } from './operations.ts'
import { resources } from './resources.ts'

/** The parts of the document of the API that resources bring. */
export interface DescribedApi {
  /** Adds all operations. */
  readonly add: (api: Operations) => Promise<void>
  /** The tags with their descriptions. */
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  /** By name, values for parameters in paths that work with the built-in seed. */
  readonly examples: Readonly<Record<string, string>>
}

const firstIds = resources.flatMap(({ ids = [] }) => ids).map((range) => [`${range.kind}_id`, idOf(range, 1)])

/**
 * The content of the OpenAPI document that resources define: operations, tags by name, and examples of path parameters.
 */
export const describedResources: DescribedApi = {
  add: addResources,
  tags: resources
    .flatMap(({ tags = {} }) => Object.entries(tags))
    .map(([name, description]) => ({ name, description }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  examples: Object.assign(Object.fromEntries(firstIds), ...resources.map(({ examples }) => examples)),
}
