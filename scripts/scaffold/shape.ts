import type { Description, Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'

/** The properties of an object, by their names, and which of them must be there. */
export interface Shape {
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
}

/** The body of an operation: one item, or a batch of them as a bare array. */
export interface Body extends Shape {
  readonly batch?: { readonly min: number | undefined; readonly max: number | undefined }
}

/** Returns the shape of an object; of one that has several forms, with the properties of all of them. */
export function shapeOf(description: Description, schema: Schema): Shape {
  const { properties, required = [], oneOf = [], anyOf = [] } = flattened(description, schema)
  const forms = [...oneOf, ...anyOf].map((form) => shapeOf(description, form))
  if (properties !== undefined || forms.length === 0) return { properties: properties ?? {}, required }
  const names = [...new Set(forms.flatMap((form) => Object.keys(form.properties)))]
  const merged = names.map((name) => {
    const parts = forms.flatMap((form) => form.properties[name] ?? [])
    return [name, mergedProperty(description, parts)] as const
  })
  return {
    properties: Object.fromEntries(merged),
    required: names.filter((name) => forms.every((form) => form.required.includes(name))),
  }
}

/** Returns a property that has the values of all forms, where those are named; else that of the first form. */
function mergedProperty(description: Description, parts: readonly Schema[]): Schema {
  const lists = parts.map((part) => flattened(description, part).enum)
  const [first = {}] = parts
  if (lists.some((values) => values === undefined)) return first
  return { type: 'string', enum: [...new Set(lists.flat())] }
}
