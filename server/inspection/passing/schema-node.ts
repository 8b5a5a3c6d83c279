import { z } from 'zod'
import type { Path } from './place.ts'

/** A part of a JSON Schema, as far as it suggests values. */
export interface SchemaNode {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: SchemaNode
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: SchemaNode | boolean
  readonly propertyNames?: SchemaNode
  readonly required?: readonly string[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly allOf?: readonly SchemaNode[]
  readonly example?: unknown
  readonly $defs?: Readonly<Record<string, SchemaNode>>
}

/** The schemas of the parts of a request, as one of an object with body and query. */
export class RequestSchema {
  readonly root: SchemaNode
  readonly #nodes = new Map<string, readonly SchemaNode[]>()
  readonly #examples = new Map<string, readonly unknown[]>()

  /** Takes the zod schemas of an operation; a part that has none is absent. */
  constructor({ body, querystring }: { readonly body?: z.ZodType; readonly querystring?: z.ZodType }) {
    const [ofBody, ofQuery] = [jsonSchemaOf(body), jsonSchemaOf(querystring)]
    this.root = {
      type: 'object',
      properties: { ...(ofBody && { body: ofBody }), ...(ofQuery && { query: ofQuery }) },
      $defs: { ...ofBody?.$defs, ...ofQuery?.$defs },
    }
  }

  /** Returns the alternatives of a node, with references resolved. */
  alternatives(node: SchemaNode | undefined, depth = 0): readonly SchemaNode[] {
    if (node === undefined || depth > 8) return []
    const { $ref, ...own } = node
    if ($ref !== undefined) return this.alternatives({ ...this.#definition($ref), ...own }, depth + 1)
    const options = [...(node.anyOf ?? []), ...(node.oneOf ?? [])]
    if (options.length === 0) return [node]
    const example = node.example === undefined ? {} : { example: node.example }
    return options.flatMap((option) => this.alternatives({ ...example, ...option }, depth + 1))
  }

  /** Returns the alternatives of the node at a path. */
  at(path: Path): readonly SchemaNode[] {
    const key = keyOf(path)
    const cached = this.#nodes.get(key)
    if (cached !== undefined) return cached
    const step = path.at(-1)
    const nodes =
      step === undefined
        ? this.alternatives(this.root)
        : this.at(path.slice(0, -1)).flatMap((node) => this.alternatives(childOf(node, step)))
    this.#nodes.set(key, nodes)
    return nodes
  }

  /** Returns the values that examples have at a path: the node's own, then those of what it is part of. */
  examplesAt(path: Path): readonly unknown[] {
    const key = keyOf(path)
    const cached = this.#examples.get(key)
    if (cached !== undefined) return cached
    const examples: unknown[] = []
    this.#examples.set(key, examples)
    for (let length = path.length; length >= 0; length--) {
      for (const { example } of this.at(path.slice(0, length))) {
        const value = path.slice(length).reduce<unknown>(memberOf, example)
        if (value !== undefined) examples.push(value)
      }
    }
    return examples
  }

  #definition(reference: string): SchemaNode {
    return this.root.$defs?.[reference.replace(/^#\/\$defs\//, '')] ?? {}
  }
}

/** What was converted, as long as there is memory for it: requests of one operation are explained one after another. */
const converted = new WeakMap<z.ZodType, WeakRef<SchemaNode>>()

/** Converts a schema to JSON Schema. What a preprocessing step accepts is unknown: the output has the types it makes. */
function jsonSchemaOf(schema: z.ZodType | undefined): SchemaNode | undefined {
  if (schema === undefined) return undefined
  const existing = converted.get(schema)?.deref()
  if (existing !== undefined) return existing
  const node = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as SchemaNode
  converted.set(schema, new WeakRef(node))
  return node
}

/** Returns a key that the items of a list share. */
const keyOf = (path: Path): string => JSON.stringify(path.map((step) => (typeof step === 'number' ? 0 : step)))

/** Returns the node of a member of an object or list. */
function childOf(
  { properties, additionalProperties, items }: SchemaNode,
  step: string | number,
): SchemaNode | undefined {
  if (typeof step === 'number') return items
  if (properties !== undefined && Object.hasOwn(properties, step)) return properties[step]
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

/** Returns the member of an example; of a list, the first stands for all. */
function memberOf(example: unknown, step: string | number): unknown {
  if (example === null || typeof example !== 'object') return undefined
  return Reflect.get(example, Array.isArray(example) && typeof step === 'number' ? 0 : step)
}
