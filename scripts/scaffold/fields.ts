import { flattened } from '#openapi/shape.ts'
import { moments, type Plan } from './plan.ts'
import { literal } from './source.ts'
import { absence, type ZodWriter } from './zod-text.ts'

/** One property of an entity: how it is answered, and where its value comes from. */
export interface Field {
  readonly name: string
  /** Its zod source in the schema of the entity. */
  readonly zod: string
  /** Where it is absent from an entity that has no value for it. */
  readonly isOptional: boolean
  readonly isNullable: boolean
  /** What stands for it where a creation says nothing; undefined where it is absent then. */
  readonly initial: string | undefined
  /** Whether `initial` is a guess. */
  readonly isGuess: boolean
  readonly inCreate: 'required' | 'optional' | 'absent'
  readonly inUpdate: boolean
  /** What gives it a value, where no body does. */
  readonly source: 'id' | 'owner' | 'clock' | undefined
}

/** Returns the fields of the entity of a plan. */
export function fieldsOf(plan: Plan, writer: ZodWriter): readonly Field[] {
  const { description, entity, create, update } = plan
  return Object.entries(entity.properties).map(([name, schema]): Field => {
    const [created, updated] = [create.properties[name], update?.properties[name]]
    const source = sourceOf(plan, name, flattened(description, schema).type)
    const isNullable =
      source === undefined && [schema, created, updated].some((one) => one !== undefined && writer.isNullable(one))
    const inCreate = created === undefined ? 'absent' : create.required.includes(name) ? 'required' : 'optional'
    const { default: value } = created === undefined ? {} : flattened(description, created)
    const initial = value === undefined ? (isNullable ? 'null' : guessed(plan, name)) : literal(value)
    const isOptional = source === undefined && initial === undefined && inCreate !== 'required'
    return {
      name,
      zod: writer.text(schema, name) + absence(isNullable, !isOptional),
      isOptional,
      isNullable,
      initial,
      isGuess: source === undefined && value === undefined && inCreate !== 'required' && !isNullable,
      inCreate,
      inUpdate: updated !== undefined && source === undefined,
      source,
    }
  })
}

function sourceOf({ owner }: Plan, name: string, type: string | undefined): Field['source'] {
  if (name === 'id') return 'id'
  if (name === owner.column) return 'owner'
  return moments.includes(name) && type === 'integer' ? 'clock' : undefined
}

/** Returns a first value for what the description has no default for. */
function guessed({ description, entity }: Plan, name: string): string | undefined {
  const { type, enum: values, items } = flattened(description, entity.properties[name] ?? {})
  if (values !== undefined) return literal(values.includes('ACTIVE') ? 'ACTIVE' : values.find((one) => one !== null))
  if (items !== undefined) return '[]'
  return type === 'boolean' ? 'false' : undefined
}
