import { valueAt } from '#server/http/validation/issue-path.ts'
import type { Edit, EditContext } from './edit.ts'
import { type Path, withValue } from './place.ts'
import type { SentParts } from './violation-edits.ts'

/**
 * Returns a request with one change. Where it is about another entity then, the fields that name what the entity belongs
 * to follow.
 */
export function withEdit(
  sent: SentParts,
  { path, value }: Edit,
  { parentsOf }: Pick<EditContext, 'parentsOf'>,
): SentParts {
  const edited = withValue(sent, path, value) as SentParts
  if (path.at(-1) !== 'id' || typeof value !== 'string') return edited
  const holders: readonly Path[] = [path.slice(0, -1), ['body']]
  return Object.entries(parentsOf(value)).reduce(
    (changed, [name, id]) =>
      holders
        .map((holder) => [...holder, name])
        .filter((place) => typeof valueAt(changed, place) === 'string')
        .reduce((one, place) => withValue(one, place, id) as SentParts, changed),
    edited,
  )
}
