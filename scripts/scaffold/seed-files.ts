import type { Field } from './fields.ts'
import type { Plan } from './plan.ts'
import { sourceFile } from './source.ts'

/** Returns `seed.ts`: the section of a seed that makes the entities. */
export function seedFile({ names: { type, variable, resource, Many }, create }: Plan): string {
  const single = `/** ${Many} of a seed, each of an ad account. */
export const ${variable}Seed = accountSeed('${resource}', ${type}Create, create${type})`
  const batch = `/** ${Many} of a seed, each of an ad account. */
export const ${variable}Seed = seedSection({
  name: '${resource}',
  creation: ${type}Create,
  shape: { ad_account: aliasOf('ad_accounts') },
  create({ world, named, parsed, stored }, { ad_account, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = stored(create${type}(world, account, parsed(${type}Create, item)))
    return { id, account }
  },
})`
  return sourceFile(create.batch ? batch : single, {
    '#server/contracts/seed-section.ts': ['accountSeed', 'aliasOf', 'seedSection'],
    './schema.ts': [`${type}Create`],
    './service.ts': [`create${type}`],
  })
}

/** The fields of an entity that test control may change: its state, and when it was made. */
const editable = ['status', 'created_time', 'updated_time']

/** Returns the fields of an entity that `admin.ts` lets test control change. */
export const editableFields = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ name, isOptional }) => editable.includes(name) && !isOptional)

/** Returns `admin.ts`: what test control may change without the API; undefined where there is nothing of the kind. */
export function adminFile({ names }: Plan, fields: readonly Field[]): string | undefined {
  const { type, variable, resource, Many } = names
  const changes = editableFields(fields).map(({ name, source }) =>
    source === 'clock' ? `${name}: UnixTime.optional(),` : `${name}: ${type}.shape.${name}.optional(),`,
  )
  if (changes.length === 0) return undefined
  const what = editableFields(fields).map(({ name }) => name)
  const text = `/** ${Many}: ${what.join(', ')}. */
export const ${variable}Kind = editableEntity({
  name: '${resource}',
  change: { ${changes.join('\n')} },
  edit: ({ db }: World, row: ${type}Row, change) => ${variable}Table.update(db, editedRow(row, change)).json,
})`
  return sourceFile(text, {
    '#server/contracts/editable-entity.ts': ['editableEntity', 'editedRow'],
    '#server/http/schema/fields.ts': ['UnixTime'],
    '#server/worlds/world.ts': ['type World'],
    './repository.ts': [`${variable}Table`, `type ${type}Row`],
    './schema.ts': [type],
  })
}
