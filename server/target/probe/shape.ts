/** The fields of an answer by their paths, with the types of their values: `items[].data.id` is `string`. */
export type Shape = Readonly<Record<string, string>>

/** Returns the shape of a value. Empty lists and null say nothing of what else may stand there. */
export function shapeOf(value: unknown, nameOf: (field: string) => string): Shape {
  const types = new Map<string, Set<string>>()
  const walk = (one: unknown, path: string): void => {
    const known = types.get(path) ?? new Set()
    types.set(path, known.add(typeOf(one)))
    if (Array.isArray(one)) for (const item of one) walk(item, `${path}[]`)
    else if (typeof one === 'object' && one !== null) {
      for (const [name, member] of Object.entries(one))
        walk(member, path === '' ? nameOf(name) : `${path}.${nameOf(name)}`)
    }
  }
  walk(value, '')
  return Object.fromEntries(
    [...types].map(([path, known]): [string, string] => [path, [...known].sort().join('|')]).sort(),
  )
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

/** How two shapes differ, by the paths of fields. */
export interface ShapeDifference {
  /** Fields that ours has and theirs lacks. */
  readonly missing: readonly string[]
  /** Fields that theirs has and ours lacks, with their types. */
  readonly added: Shape
  /** Fields with other types: ours, then theirs. */
  readonly types: Readonly<Record<string, readonly [string, string]>>
}

/** Returns how theirs differs from ours; undefined when it does not. Only the topmost of differing fields is named. */
export function shapeDifference(ours: Shape, theirs: Shape): ShapeDifference | undefined {
  const missing = topmost(Object.keys(ours).filter((path) => !(path in theirs) && hasParent(theirs, path)))
  const added = topmost(Object.keys(theirs).filter((path) => !(path in ours) && hasParent(ours, path)))
  const other = Object.keys(ours).filter((path) => path in theirs && !areAlike(ours[path] ?? '', theirs[path] ?? ''))
  if (missing.length + added.length + other.length === 0) return undefined
  return {
    missing,
    added: Object.fromEntries(added.map((path) => [path, theirs[path] ?? ''])),
    types: Object.fromEntries(other.map((path) => [path, [ours[path] ?? '', theirs[path] ?? ''] as const])),
  }
}

/** Whether one type may stand for the other: null may stand for any, since one value shows one type. */
function areAlike(ours: string, theirs: string): boolean {
  const [one, other] = [ours, theirs].map((text) => text.split('|').filter((type) => type !== 'null'))
  return one?.length === 0 || other?.length === 0 || one?.join() === other?.join()
}

/** Whether the other shape has the object in which a field stands, with some field: an empty map says nothing. */
function hasParent(shape: Shape, path: string): boolean {
  const parent = path.endsWith('[]') ? '' : path.replace(/\.?[^.]*$/, '')
  if (path.endsWith('[]')) return false
  const beginning = parent === '' ? '' : `${parent}.`
  const isFilled = Object.keys(shape).some((other) => other !== '' && other.startsWith(beginning))
  return isFilled && (shape[parent] ?? '').includes('object')
}

const topmost = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => !paths.some((other) => path !== other && path.startsWith(`${other}.`)))
