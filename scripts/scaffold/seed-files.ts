import type { Field } from './fields.ts'
import type { Plan } from './plan.ts'
import { hasSharedStatus } from './rules-files.ts'
import { sourceFile } from './source.ts'

/** Returns `seed.ts`: the section of a seed that creates the entities. */
export function seedFile(plan: Plan): string {
  const { names, owner } = plan
  const { type, variable, resource, many } = names
  const seed =
    owner.kind === 'ad account' ? `accountSeed('${resource}', ${type}Create, create${type})` : sectionText(plan)
  const text = `/** The seed section of ${many}, each of ${owner.a}. */
export const ${variable}Seed = ${seed}`
  return sourceFile(text, {
    '#server/contracts/seed-section.ts': ['accountSeed', 'aliasOf', 'seedSection'],
    '#server/resources/accounts/users/seed.ts': ['ownerIdOf', 'seedOwner'],
    './schema.ts': [`${type}Create`],
    './service.ts': [`create${type}`],
  })
}

/** Returns the section of entities that belong to a user or to another entity. */
function sectionText({ names: { type, resource }, owner: { parent }, create }: Plan): string {
  const created = (id: string): string => {
    const call = `create${type}(world, { ${id === 'id' ? 'id' : `id: ${id}`} }, parsed(${type}Create, item))`
    return create.batch ? `stored(${call}).id` : `${call}.id`
  }
  const stored = create.batch ? ', stored' : ''
  if (parent === undefined) {
    return `seedSection({
  name: '${resource}',
  creation: ${type}Create,
  shape: seedOwner,
  create(context, { owner, ...item }) {
    const { world, parsed${stored} } = context
    return { id: ${created('ownerIdOf(context, owner)')} }
  },
})`
  }
  const { names, isOfAccount } = parent
  const [find, answer] = isOfAccount
    ? [`const { id, account } = named('${names.resource}', ${names.kind})`, `{ id: ${created('id')}, account }`]
    : [`const id = idNamed('${names.resource}', ${names.kind})`, `{ id: ${created('id')} }`]
  return `seedSection({
  name: '${resource}',
  creation: ${type}Create,
  shape: { ${names.kind}: aliasOf('${names.resource}') },
  create({ world, ${isOfAccount ? 'named' : 'idNamed'}, parsed${stored} }, { ${names.kind}, ...item }) {
    ${find}
    return ${answer}
  },
})`
}

/** The fields of an entity that test control may change: its state, and when it was made. */
const editable = ['status', 'created_time', 'updated_time']

/** Returns the fields of an entity that `admin.ts` lets test control change. */
const editableFields = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ name, isOptional }) => editable.includes(name) && !isOptional)

/** Returns `admin.ts`: what test control may change without the API; undefined where there is nothing of the kind. */
export function adminFile(plan: Plan, fields: readonly Field[]): string | undefined {
  const { names, isReadOnly } = plan
  const { type, variable, resource, many } = names
  const changed = editableFields(fields)
  if (changed.length === 0 && !isReadOnly) return undefined
  const shown = changed.map(
    ({ name, source }) => `${name}: ${source === 'clock' ? 'UnixTime' : `${type}.shape.${name}`}`,
  )
  const hasDrafts = changed.some(({ name }) => name === 'status') && hasSharedStatus(plan) && !isReadOnly
  const text = `/** Direct edits of ${many}: ${isReadOnly ? 'all that the API only reads' : changed.map(({ name }) => name).join(', ')}. */
export const ${variable}Kind = fieldEdits('${resource}', ${variable}Table, {
  fields: ${isReadOnly ? `${type}Create.shape` : `{ ${shown.join(', ')} }`},
  ${hasDrafts ? 'keepsDrafts: true,' : ''}
  ${isReadOnly ? creationText(plan) : ''}
})`
  return sourceFile(text, {
    '#server/contracts/editable-entity.ts': ['creatable'],
    '#server/contracts/field-edits.ts': ['fieldEdits'],
    '#server/http/schema/fields.ts': ['Id', 'UnixTime'],
    '#server/resources/accounts/ad-accounts/service.ts': ['requireAdAccount'],
    './repository.ts': [`${variable}Table`],
    './schema.ts': [type, `${type}Create`],
    './service.ts': [`create${type}`, `remove${type}`],
  })
}

/** Returns how test control creates and deletes what the API only reads; seeds alone create it within other entities. */
function creationText({ names: { type }, owner }: Plan): string {
  const remove = `remove: remove${type},`
  if (owner.kind !== 'ad account') return remove
  return `creation: creatable({ ad_account_id: Id, ...${type}Create.shape }, (world, { ad_account_id, ...item }) =>
    create${type}(world, requireAdAccount(world, ad_account_id), item).json,
  ),
  ${remove}`
}
