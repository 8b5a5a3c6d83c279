import { idOf } from '../domain/ids.ts'
import type { DescribedApi } from '../plugins/docs.ts'
import { addResources } from './operations.ts'
import { resources } from './resources.ts'

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
