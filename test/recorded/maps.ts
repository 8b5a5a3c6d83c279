import type { Shape } from '#scripts/openapi/recordings.ts'

/** A recorded shape with its dated keys, which are keys of a map, as one: `*`, as the recordings write ids. */
export function withMaps(shape: Shape): Shape {
  return merged(Object.entries(shape).map(([path, types]) => [path.replaceAll(/\d{4}-\d{2}-\d{2}/g, '*'), types]))
}

/** Our shape with the keys of a map as one wherever the other shape has a map and not that key. */
export function inMaps(ours: Shape, theirs: Shape): Shape {
  return merged(
    Object.entries(ours).map(([path, types]) => {
      const place = placeOf(path, theirs)
      return [place, place.endsWith('*') ? types.filter((type) => type !== 'absent') : types]
    }),
  )
}

/** The path with `*` for each key that the other shape has as one of a map. */
function placeOf(path: string, theirs: Shape): string {
  let place = ''
  for (const [index, part] of path.split('.').entries()) {
    const [, key = '', list = ''] = /^(.*?)((?:\[\])*)$/.exec(part) ?? []
    const above = index === 0 ? '' : `${place}.`
    const isOfMap = key !== '' && theirs[`${above}*`] !== undefined && theirs[`${above}${key}`] === undefined
    place = `${above}${isOfMap ? '*' : key}${list}`
  }
  return place
}

function merged(entries: readonly (readonly [string, readonly string[]])[]): Shape {
  const found = new Map<string, Set<string>>()
  for (const [path, types] of entries) {
    const known = found.get(path) ?? new Set()
    found.set(path, known)
    for (const type of types) known.add(type)
  }
  return Object.fromEntries([...found].map(([path, types]) => [path, [...types]]))
}
