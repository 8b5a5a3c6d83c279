import { exampleItem } from './examples.ts'
import { type Field, fieldsOf } from './fields.ts'
import { mark, markedDescription } from './mark.ts'
import { withArticle } from './names.ts'
import type { Body, Plan } from './plan.ts'
import { queryText } from './query-text.ts'
import { literal, propertyName, sourceFile } from './source.ts'
import { absence, ZodWriter } from './zod-text.ts'

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
        return `${propertyName(name)}: ${text}${absence(writer.isNullable(schema), body.required.includes(name))},`
      })
      .join('\n')
  const [creating = '', changing = ''] = bodies.map(fieldsOfBody)
  const parts = [
    shared.length > 0
      ? `const sent = {\n${shared.map((name) => `${propertyName(name)}: ${described(create, name)},`).join('\n')}\n}`
      : '',
    `/** What a creation takes. */
export const ${type}Create = z.object({\n${creating}\n}).meta({ id: '${type}Create',
  description: 'A new ${names.one}.', example: ${literal(exampleItem(plan.description, create))} })${typeText(`${type}Create`)}`,
    update ? updateText(plan, update, changing) : '',
    `/** ${capital(withArticle(names.one))} as it is answered. */
export const ${type} = z.object({\n${fields.map(({ name, zod }) => `${propertyName(name)}: ${zod},`).join('\n')}\n})
.meta({ id: '${type}', ${markedDescription(withArticle(names.one))} })${typeText(type)}`,
    operations.byRole.list ? listText(plan, writer) : '',
    plan.pathId
      ? `/** Where ${withArticle(names.one)} is in the path. */
export const ${type}Path = AdAccountPath.extend({
  ${plan.pathId.name}: ${writer.text(plan.pathId.schema ?? {})}.meta({ description: '${names.One} ID.' }),
})`
      : '',
  ]
  const declared = [...writer.declared].map(
    ([name, zod]) => `/** ${mark} say what it is. */\nexport const ${name} = ${zod}`,
  )
  return { text: sourceFile([...declared, ...parts].filter(Boolean).join('\n\n'), fieldImports), fields }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Returns the zod source of a body's field with its description; ids need none. */
function describedText(writer: ZodWriter, { properties }: Body, name: string): string {
  const text = writer.text(properties[name] ?? {}, name)
  return name === 'id' ? text : `${text}.meta({ ${markedDescription(name)} })`
}

/** Returns the type of a schema's values, named as the schema is. */
const typeText = (name: string): string => `\nexport type ${name} = z.output<typeof ${name}>`

function updateText({ names: { type, one }, description, ids }: Plan, update: Body, fields: string): string {
  const example = { ...exampleItem(description, update), ...(update.properties.id && { id: ids.example }) }
  return `/** What an update takes. */
export const ${type}Update = z.object({\n${fields}\n}).meta({ id: '${type}Update',
  description: 'A change of ${withArticle(one)}: what is not sent stays.', example: ${literal(example)} })${typeText(`${type}Update`)}`
}

const listText = ({ names: { type, many }, query }: Plan, writer: ZodWriter): string => `/** What a list takes. */
export const ${type}ListQuery = z.object({\n${queryText(query, writer)}\n})

/** A page of ${many}. */
export const ${type}Page = pageOf(${type}).meta({ id: '${type}Page' })`

/** What schemas are made of. */
export const fieldImports = {
  zod: ['z'],
  '#server/http/responses/pagination.ts': ['Order', 'pageOf', 'pageQuery'],
  '#server/http/schema/fields.ts': [
    'AdAccountPath',
    'boundedJson',
    'Id',
    'idMatching',
    'listOf',
    'LongId',
    'LongText',
    'QueryBoolean',
    'queryInteger',
    'requiredListOf',
    'text',
  ],
}
