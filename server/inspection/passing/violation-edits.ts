import type { RuleEntry } from '#server/domain/rules/rule.ts'
import { valueAt } from '#server/http/validation/issue-path.ts'
import { listIn } from '../request-view.ts'
import { costs, type Edit, type EditContext } from './edit.ts'
import { editsAt } from './edits-at.ts'
import { hintsIn } from './hints.ts'
import { type Path, pathOf } from './place.ts'
import type { Refusal } from './refusals.ts'

/** A request as the search changes it: what stands in its body and its query. */
export interface SentParts {
  readonly body?: unknown
  readonly query?: Readonly<Record<string, unknown>>
}

/** What the edits of all violations are made from. */
export type SearchContext = Omit<EditContext, 'hints' | 'values'>

/** How many refused values of a list make it likely that the list is wrong. */
const manyInList = 3

/** The most values of a request that are looked at for one violation. */
const mostValues = 600

/** The most edits that one violation suggests. */
const mostEdits = 250

/** Returns changes of a request that may satisfy what refused it, the nearest first. */
export function editsFor(
  violation: Refusal,
  rule: RuleEntry | undefined,
  sent: SentParts,
  context: SearchContext,
): readonly Edit[] {
  const { message, passes = '', explanation = '', parts = [] } = violation
  const texts = [rule?.message ?? message, rule?.passes ?? '', passes, explanation]
  const hints = hintsIn([...texts, ...parts.map(({ allowed }) => allowed)], violation.sent)
  const withHints = { ...context, hints, values: { left: mostValues } }
  const targets = targetsOf(violation, rule, sent, withHints)
  return targets
    .flatMap(({ path, cost }) =>
      editsAt(withHints, path, valueAt(sent, path)).map((edit) => ({ ...edit, cost: edit.cost + cost })),
    )
    .sort((one, other) => one.cost - other.cost)
    .slice(0, mostEdits)
}

/** A place whose value may be changed, and what that costs beside the change itself. */
interface Target {
  readonly path: Path
  readonly cost: number
}

/** Returns the places that a violation is about: the refused parts, or the fields of the rule. */
function targetsOf(
  { item, parts = [], inList = 0 }: Refusal,
  rule: RuleEntry | undefined,
  sent: SentParts,
  { schema, hints }: EditContext,
): readonly Target[] {
  if (parts.length > 0) {
    return parts
      .map(({ in: part, field }): Path => [part, ...pathOf(field)])
      .flatMap((path) => [
        { path, cost: 0 },
        ...(inList >= manyInList ? [{ path: path.slice(0, -1), cost: -costs.removal }] : []),
      ])
  }
  const base = itemPath(sent, item)
  const isScalar = base.length > 1 && !isObject(valueAt(sent, base))
  const known = [base, ['body'], ['query']]
    .flatMap((path) => schema.at(path))
    .flatMap(({ properties = {} }) => Object.keys(properties))
  const named = hints.words.filter((word) => known.includes(word))
  const fields = [...new Set([...(rule?.fields ?? []), ...named])]
  const targets = fields.flatMap((field, index): readonly Target[] => {
    const steps = field.split('.')
    const paths = [
      [...base, ...steps],
      ['body', ...steps],
      ['query', ...steps],
    ]
    const path = paths.find((one) => valueAt(sent, one) !== undefined) ?? paths.find((one) => schema.at(one).length > 0)
    const cost = index * costs.field
    if (path !== undefined) return [{ path, cost }]
    // A rule about all items of a list refuses the request and no item.
    return itemPaths(sent).map((one) => ({ path: [...one, ...steps], cost }))
  })
  const ownId = [...base, 'id']
  const otherEntity =
    valueAt(sent, ownId) === undefined || fields.includes('id') ? [] : [{ path: ownId, cost: costs.entity }]
  return [...(isScalar ? [{ path: base, cost: 0 }] : []), ...targets, ...otherEntity]
}

const isObject = (value: unknown): boolean => value !== null && typeof value === 'object'

/** Returns the path of the refused item; of the body where the whole request is refused. */
export function itemPath({ body }: SentParts, item: number | undefined): Path {
  const list = item === undefined ? undefined : listIn(body)
  if (item === undefined || list === undefined) return ['body']
  return list.key === undefined ? ['body', item] : ['body', list.key, item]
}

/** Returns the paths of the first items of a list that the body is or has. */
function itemPaths(sent: SentParts): readonly Path[] {
  const count = listIn(sent.body)?.items.length ?? 0
  return Array.from({ length: Math.min(count, 5) }, (_, item) => itemPath(sent, item))
}
