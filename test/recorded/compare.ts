import type { Shape } from '../../openapi/recordings.ts'

/** What the description says of the types at each key path of an answer; `null` among them where it may be null. */
export type Described = Shape

/**
 * Every way in which our answer differs from a recorded one, a line for each: a type at a key path, a key that is
 * missing, one that is added, a list that is empty here alone. Null and a value are alike where a recording or the
 * description has both.
 *
 * @example differences({ '': ['object'], id: ['string'] }, { '': ['object'], id: ['integer'] }, {}) // ['id: integer, recorded as string']
 */
export function differences(recorded: Shape, ours: Shape, described: Described): readonly string[] {
  const theirs = starred(recorded)
  const known = new Set(Object.keys(theirs))
  const missing = [...known].filter((path) => ours[path] === undefined && isOwed(path, ours))
  const added = Object.keys(ours).filter((path) => !known.has(path) && isClosed(path, theirs))
  const empty = [...known].filter((path) => isFilled(theirs[path]) && ours[path]?.join() === 'array(empty)')
  return [
    ...missing.map((path) => `${path}: missing here`),
    ...added.map((path) => `${path}: not in the recording`),
    ...empty.map((path) => `${path}: empty here, so that nothing is proved`),
    ...[...known].flatMap((path) => typeDifference(path, theirs[path] ?? [], ours[path] ?? [], described[path] ?? [])),
  ]
}

function typeDifference(
  path: string,
  recorded: readonly string[],
  ours: readonly string[],
  described: readonly string[],
): readonly string[] {
  const bare = (types: readonly string[]) => types.map((type) => type.replace('(empty)', ''))
  const seen = bare(recorded).filter((type) => type !== 'null')
  const values = seen.length > 0 ? seen : described.filter((type) => type !== 'null')
  const isNullable = recorded.includes('null') || described.includes('null')
  const fits = (type: string): boolean =>
    type === 'null' ? isNullable : values.includes(type) || (type === 'integer' && values.includes('number'))
  const wrong = [...new Set(bare(ours))].filter((type) => !fits(type))
  return wrong.map((type) => `${path}: ${type}, recorded as ${recorded.join(' or ')}`)
}

/** Whether the value that has the path is here at all: else what is missing is that, and not each part of it. */
function isOwed(path: string, ours: Shape): boolean {
  const parent = parentOf(path)
  if (parent === undefined) return true
  const types = ours[parent]
  if (types === undefined) return false
  return path.endsWith('[]') ? types.includes('array') : types.includes('object')
}

/** Whether the recording says what is at the parent's place, so that something beside it is one too many. */
function isClosed(path: string, recorded: Shape): boolean {
  const parent = parentOf(path)
  if (parent === undefined) return true
  const types = recorded[parent]
  return types !== undefined && (path.endsWith('[]') ? types.includes('array') : types.includes('object'))
}

const isFilled = (types: readonly string[] = []): boolean => types.includes('array')

function parentOf(path: string): string | undefined {
  if (path === '') return undefined
  if (path.endsWith('[]')) return path.slice(0, -2)
  const dot = path.lastIndexOf('.')
  return dot === -1 ? '' : path.slice(0, dot)
}

/** The shape with its dated keys as one. */
function starred(shape: Shape): Shape {
  const found: Record<string, readonly string[]> = {}
  for (const [path, types] of Object.entries(shape)) {
    const place = path.replaceAll(/\d{4}-\d{2}-\d{2}/g, '*')
    found[place] = [...new Set([...(found[place] ?? []), ...types])]
  }
  return found
}
