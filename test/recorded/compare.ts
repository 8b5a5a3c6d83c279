import type { Shape } from '#scripts/openapi/recordings.ts'
import { inMaps, withMaps } from './maps.ts'

/** What the description says of the types at each key path of an answer; `null` among them where it may be null. */
export type Described = Shape

/**
 * Every way in which our answer differs from a recorded one, a line for each: a type at a key path, a key that is
 * missing or added, and what is empty or null here alone, so that nothing within it is proved. Null and a value are
 * alike where a recording or the description has both.
 *
 * @example differences({ '': ['object'], id: ['string'] }, { '': ['object'], id: ['integer'] }, {}) // ['id: integer, recorded as string']
 */
export function differences(recorded: Shape, ours: Shape, described: Described): readonly string[] {
  const theirs = withMaps(recorded)
  const here = inMaps(ours, theirs)
  const paths = Object.keys(theirs)
  return [
    ...paths.flatMap((path) => absence(path, here)),
    ...Object.keys(here).flatMap((path) => (theirs[path] === undefined ? addition(path, theirs) : [])),
    ...paths.flatMap((path) => emptiness(path, theirs, here[path] ?? [], isNullable(path, theirs, described))),
    ...paths.flatMap((path) => wrongTypes(path, theirs[path] ?? [], here[path] ?? [], described[path] ?? [])),
  ]
}

/** A recorded path that is missing, unless what it belongs to is missing already. */
function absence(path: string, here: Shape): readonly string[] {
  if (here[path] === undefined) return isPlace(path, here) ? [`${path}: missing here`] : []
  return here[path].includes('absent') ? [`${path}: missing from some here`] : []
}

/** A path that the recording could have had and has not; what is within it is not reported again. */
const addition = (path: string, theirs: Shape): readonly string[] =>
  isPlace(path, theirs) ? [`${path}: not in the recording`] : []

/** What has something within it in the recording, and has nothing here though it is of the right type. */
function emptiness(path: string, theirs: Shape, ours: readonly string[], mayBeNull: boolean): readonly string[] {
  const isFilled = Object.keys(theirs).some((other) => parentOf(other) === path)
  if (!isFilled || ours.includes('array') || ours.includes('object')) return []
  if (ours.includes('array(empty)')) return [`${path}: empty here, so that nothing is proved`]
  return mayBeNull && ours.includes('null') ? [`${path}: null here, so that nothing is proved`] : []
}

function wrongTypes(
  path: string,
  recorded: readonly string[],
  ours: readonly string[],
  described: readonly string[],
): readonly string[] {
  const bare = (types: readonly string[]) => types.map((type) => type.replace('(empty)', ''))
  const isKnown = recorded.some((type) => type !== 'null')
  const right = [...bare(recorded), ...(isKnown ? described.filter((type) => type === 'null') : described)]
  const fits = (type: string): boolean => right.includes(type) || (type === 'integer' && right.includes('number'))
  const wrong = [...new Set(bare(ours))].filter((type) => type !== 'absent' && !fits(type))
  return wrong.map((type) => `${path}: ${type}, recorded as ${recorded.join(' or ')}`)
}

const isNullable = (path: string, recorded: Shape, described: Shape): boolean =>
  [...(recorded[path] ?? []), ...(described[path] ?? [])].includes('null')

/** Whether a shape has, above the path, the object or the filled list that it would stand in. */
function isPlace(path: string, shape: Shape): boolean {
  const parent = parentOf(path)
  if (parent === undefined) return true
  return (shape[parent] ?? []).includes(path.endsWith('[]') ? 'array' : 'object')
}

function parentOf(path: string): string | undefined {
  if (path === '') return undefined
  if (path.endsWith('[]')) return path.slice(0, -2)
  const dot = path.lastIndexOf('.')
  return dot === -1 ? '' : path.slice(0, dot)
}
