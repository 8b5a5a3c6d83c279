/** The path of a value in a JSON document. */
export type Path = readonly (string | number)[]

/** Stands in place of a value that is taken away. */
export const removed = Symbol('removed')

/** Parses a path as `placeOf` writes it: `[0].labels[2].value`. */
export const pathOf = (place: string): Path =>
  [...place.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name = '']) =>
    index === undefined ? name : Number(index),
  )

/** Returns a document with another value at a path, or without it; missing objects on the way are added. */
export function withValue(document: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(document)) {
    const index = Number(step)
    if (rest.length === 0 && value === removed) return document.toSpliced(index, 1)
    return document.with(index, withValue(document[index], rest, value))
  }
  const object = (document ?? {}) as Readonly<Record<string, unknown>>
  if (rest.length > 0 || value !== removed) return { ...object, [step]: withValue(object[step], rest, value) }
  const { [step]: _, ...others } = object
  return others
}
