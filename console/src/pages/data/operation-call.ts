import { callApi } from '../../api/call-api.ts'
import { filledPath } from '../../api/kind-operations.ts'
import { type Operation, resolved, type Schema, type Schemas } from '../../api/openapi.ts'
import { refusalsOf } from '../../api/refusals.ts'
import { type Answer, control } from '../../api/send.ts'
import { world } from '../../state/route.ts'
import { type Field, fieldOf, fieldsOf, type Typed, withCurrent } from '../../ui/form/fields.ts'

/** The body of an operation, as a form writes it: an object, or a list with one. */
export interface BodyShape {
  readonly isList: boolean
  readonly fields: readonly Field[]
  readonly example: unknown
}

/** Returns the shape of a body. What is fixed has no field; empty fields show what the entity has now. */
export function bodyShape(
  { body = {} }: Operation,
  schemas: Schemas,
  fixed: Readonly<Record<string, unknown>>,
  current?: Readonly<Record<string, unknown>>,
): BodyShape {
  const schema = resolved(body, schemas)
  const isList = schema.type === 'array'
  const item: Schema = isList ? (schema.items ?? {}) : schema
  const fields = withCurrent(
    fieldsOf(item, schemas).filter(({ name }) => !(name in fixed)),
    current,
  )
  return { isList, fields, example: schema.example ?? (isList ? [{}] : {}) }
}

/** Returns a body with one object. */
export const bodyWith = ({ isList }: BodyShape, value: Readonly<Record<string, unknown>>): unknown =>
  isList ? [value] : value

/** Returns the fields of an operation's path and query. */
export const parameterFields = ({ parameters }: Operation, schemas: Schemas): readonly Field[] =>
  parameters
    .filter(({ in: place }) => place !== 'header')
    .map(({ name, schema, description, required = false }) =>
      fieldOf(name, description === undefined ? schema : { ...schema, description }, schemas, required),
    )

/** A call, as a form makes it. */
export interface CallOfForm {
  readonly operation: Operation
  readonly parameters: Typed
  readonly body: unknown
}

/** Sends a call to the API of the world that is shown. */
export const sendCall = async (call: CallOfForm): Promise<Answer> => sendTo(world.value, call)

async function sendTo(name: string, { operation, parameters, body }: CallOfForm): Promise<Answer> {
  const { method, path, parameters: known } = operation
  const query = Object.fromEntries(
    known.filter((one) => one.in === 'query').map((one) => [one.name, parameters[one.name]]),
  )
  return callApi(name, filledPath(path, parameters), { method, body, query })
}

/** Seconds after which a copy is deleted by itself, should the page be closed meanwhile. */
const copyLasts = 60

/** Sends a call to a copy of the world, which is deleted afterwards: the world itself stays as it is. */
export async function tryCall(call: CallOfForm): Promise<Answer> {
  const from = { world: world.value }
  const { name } = await control<{ name: string }>('default', '/worlds', { body: { from, ttl: copyLasts } })
  try {
    return await sendTo(name, call)
  } finally {
    await control('default', `/worlds/${encodeURIComponent(name)}`, { method: 'DELETE' })
  }
}

/** Returns what the API refused by field: refusals name the field that they are about. */
export function mistakesIn(answer: Answer, fields: readonly Field[]): Readonly<Record<string, string>> {
  const mistakes: Record<string, string> = {}
  for (const { message } of refusalsOf(answer)) {
    for (const { name } of fields) if (new RegExp(`\\b${name}\\b`).test(message)) mistakes[name] ??= message
  }
  return mistakes
}
