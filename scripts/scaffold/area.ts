import type { Description } from '#openapi/description.ts'
import { operationOf } from '#openapi/operations.ts'
import { resources } from '#server/registry/resources.ts'
import { areasIn, folderOf } from './folders.ts'
import type { Selection } from './operations-of.ts'
import { plainOperations } from './plain-plan.ts'
import { ScaffoldError } from './refused.ts'

/** Returns the area of a resource: the one that was named, or that of the resources under the same tag. */
export function areaOf(description: Description, selection: Selection, named: string | undefined): string {
  const areas = areasIn()
  if (named !== undefined) {
    if (areas.includes(named)) return named
    throw new ScaffoldError(`There is no area ${named}: --area takes one of ${areas.join(', ')}`)
  }
  const tags = plainOperations(description, selection).flatMap(({ operation }) => operation.operation.tags ?? [])
  const kin = resources.find(({ operations = {} }) =>
    Object.keys(operations).some((id) => tags.includes(operationOf(id).tag)),
  )
  const area = kin && folderOf(kin.name).split('/')[2]
  if (area !== undefined) return area
  throw new ScaffoldError(
    `No resource has operations under ${[...new Set(tags)].join(' or ')}: name the area by --area, one of ${areas.join(', ')}`,
  )
}
