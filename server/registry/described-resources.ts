import { idOf } from '../domain/ids.ts'
import type { DescribedApi } from '../plugins/docs.ts'
import { addResources } from './operations.ts'
import { resources } from './resources.ts'

const firstIds = resources.flatMap(({ ids = [] }) => ids).map((range) => [`${range.kind}_id`, idOf(range, 1)])

/** What the document of the API says of all resources: their operations, their tags by name, and what stands in paths. */
export const describedResources: DescribedApi = {
  add: addResources,
  tags: resources
    .flatMap(({ tags = {} }) => Object.entries(tags))
    .map(([name, description]) => ({ name, description }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  examples: Object.assign(Object.fromEntries(firstIds), ...resources.map(({ examples }) => examples)),
}
