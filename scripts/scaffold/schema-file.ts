import { exampleItem } from './examples.ts'
import { type Field, fieldsOf } from './fields.ts'
import { markedDescription } from './mark.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { queryText } from './query-text.ts'
import { declaredText, fieldImports } from './schema-parts.ts'
import type { Body } from './shape.ts'
import { type Importable, literal, propertyName, sourceFile } from './source.ts'
import { ZodWriter } from './zod-text.ts'

/** The schemas of a resource as source, with the fields of its entity. */
export interface SchemaFile {
  readonly text: string
  readonly fields: readonly Field[]
}

/** Returns `schema.ts`: the official names, types, limits and values, and no sentence of the description. */
export function schemaFile(plan: Plan): SchemaFile {
  const { names, create, update, operations } = plan
  const { type } = names
  const taken = [type, `${type}Create`, `${type}Update`, `${type}Page`, `${type}ListQuery`, `${type}Path`]
  const writer = new ZodWriter(plan.description, taken)
  const fields = fieldsOf(plan, writer)
  const bodies = update === undefined ? [create] : [create, update]
  const described = (body: Body, name: string): string => describedText(writer, body, name)
  const shared = Object.keys(create.properties).filter(
    (name) => update?.properties[name] !== undefined && described(create, name) === described(update, name),
  )
  const fieldsOfBody = (body: Body): string =>
    Object.entries(body.properties)
      .map(([name, schema]) => {
        const text = shared.includes(name) ? `sent.${name}` : described(body, name)
        return `${propertyName(name)}: ${text}${absenceInBody(writer.isNullable(schema), body.required.includes(name))},`
      })
      .join('\n')
  const [creating = '', changing = ''] = bodies.map(fieldsOfBody)
  const parts = [
    shared.length > 0
      ? `const sent = {\n${shared.map((name) => `${propertyName(name)}: ${described(create, name)},`).join('\n')}\n}`
      : '',
    `/** ${creationDoc(plan)} */
export const ${type}Create = z.object({\n${creating}\n}).meta({ id: '${type}Create',
  description: 'A new ${names.one}.', example: ${literal(exampleItem(plan.description, create))} })${typeText(`${type}Create`)}`,
    update ? updateText(plan, update, changing) : '',
    `/** ${capital(withArticle(names.one))} in a response. */
export const ${type} = z.object({\n${fields.map(({ name, zod }) => `${propertyName(name)}: ${zod},`).join('\n')}\n})
.meta({ id: '${type}', ${markedDescription(withArticle(names.one))} })${typeText(type)}`,
    operations.byRole.list ? listText(plan, writer) : '',
    plan.pathId
      ? `/** The parameters of the path of ${withArticle(names.one)}. */
export const ${type}Path = ${pathBase(plan)}({
  ${plan.pathId.name}: ${writer.text(plan.pathId.schema ?? {})}.meta({ description: '${names.One} ID.' }),
})`
      : '',
  ]
  const declared = declaredText(writer)
  return {
    text: sourceFile([...declared, ...parts].filter(Boolean).join('\n\n'), {
      ...fieldImports,
      ...parentSchema(plan),
      './resource.ts': [`${names.variable}IdRange`],
    }),
    fields,
  }
}

const creationDoc = ({ create, isReadOnly, names: { one } }: Plan): string => {
  if (isReadOnly) return `${capital(withArticle(one))} of a seed or a direct edit: the API creates none.`
  return create.batch ? 'One item in the request body of a creation.' : 'The request body of a creation.'
}

/** Returns what the path of one entity is made of: that of its owner, where that has one. */
function pathBase({ owner: { kind, parent } }: Plan): string {
  if (kind === 'user') return 'z.object'
  return `${parent === undefined ? 'AdAccountPath' : `${parent.names.type}Path`}.extend`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Returns the zod source of a body's field with its description; ids need none. */
function describedText(writer: ZodWriter, { properties }: Body, name: string): string {
  const text = writer.text(properties[name] ?? {}, name)
  return name === 'id' ? text : `${text}.meta({ ${markedDescription(name)} })`
}

/** Returns what follows a field of a body. One that may be absent may be null, so that a response can be sent back. */
const absenceInBody = (isNullable: boolean, isRequired: boolean): string =>
  isRequired ? (isNullable ? '.nullable()' : '') : '.nullish()'

/** Returns the type of a schema's values, named as the schema is. */
const typeText = (name: string): string => `\nexport type ${name} = z.output<typeof ${name}>`

function updateText({ names: { type, variable, one }, description, ids }: Plan, update: Body, fields: string): string {
  const example = { ...exampleItem(description, update), ...(update.properties.id && { id: ids.example }) }
  const text = literal(example).replace(`'${ids.example}'`, `idOf(${variable}IdRange, 1)`)
  return `/** ${update.batch ? 'One item in the request body of an update' : 'The request body of an update'}. */
export const ${type}Update = z.object({\n${fields}\n}).meta({ id: '${type}Update',
  description: 'A change of ${withArticle(one)}: what is not sent stays.', example: ${text} })${typeText(`${type}Update`)}`
}

const listText = (
  { names: { type }, query, owner }: Plan,
  writer: ZodWriter,
): string => `/** The query parameters of a list. */
export const ${type}ListQuery = z.object({\n${queryText(query, writer, owner.isActor)}\n})

/** The response of a list. */
export const ${type}Page = pageOf(${type}).meta({ id: '${type}Page' })`

/** Returns the schema of the parent's path as what may be imported. */
const parentSchema = ({ owner: { parent, imports } }: Plan): Importable =>
  Object.fromEntries(
    Object.entries(imports).filter(([, names]) => parent && names.includes(`${parent.names.type}Path`)),
  )
