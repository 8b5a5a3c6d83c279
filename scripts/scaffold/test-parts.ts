import { flattened } from '#openapi/shape.ts'
import { exampleOf } from './examples.ts'
import type { Field } from './fields.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { literal, propertyName } from './source.ts'

/** Returns the tests of what is done with one entity that is there: it is read, changed and deleted. */
export function pathTests(plan: Plan, fields: readonly Field[]): readonly string[] {
  const { byRole } = plan.operations
  return [
    ...(byRole.get ? [getTest(plan)] : []),
    ...(plan.update ? [updateTest(plan, fields)] : []),
    ...(byRole.delete ? [deleteTest(plan)] : []),
  ]
}

const getTest = ({ names: { variable, one } }: Plan): string =>
  `t.test('${withArticle(one)} is read by its id, and another id is not found', async (t) => {
  const world = await mock(t)
  const path = COLLECTION
  const ${variable} = await ${variable}At(world, path)
  t.strictSame((await world.call('GET', \`\${path}/\${${variable}.id}\`)).body, ${variable})
  t.equal((await world.call('GET', \`\${path}/1\`)).status, 404)
})`

function updateTest(plan: Plan, fields: readonly Field[]): string {
  const { names, operations, update, description } = plan
  const { variable, one } = names
  const changeable = fields.filter(({ inUpdate }) => inUpdate)
  const isText = ({ name }: Field): boolean => typeof otherValue(plan, name) === 'string'
  const changed = changeable.find(isText) ?? changeable[0]
  const name = changed?.name ?? 'id'
  const value = changed === undefined ? `${variable}.id` : literal(otherValue(plan, name))
  const needed = Object.fromEntries(
    (update?.required ?? [])
      .filter((one) => one !== 'id' && one !== name)
      .map((one) => [one, exampleOf(description, one, update?.properties[one] ?? {})]),
  )
  const item =
    `{ ${update?.properties.id ? `id: ${variable}.id, ` : ''}${propertyName(name)}: ${value}, ...${literal(needed)} }`
      .replace(', ...{  }', '')
      .replace(`id: ${variable}.id, id: ${variable}.id`, `id: ${variable}.id`)
  const call = operations.byRole.update
    ? `(await world.call('PATCH', path, [${item}])).body.items[0].data`
    : `(await world.call('${operations.byRole.change?.method}', \`\${path}/\${${variable}.id}\`, ${item})).body`
  return `t.test('an update of ${withArticle(one)} changes what is sent, and nothing else', async (t) => {
  const world = await mock(t)
  const path = COLLECTION
  const ${variable} = await ${variable}At(world, path)
  const changed = ${call}
  t.strictSame(changed, { ...${variable}, ${name === 'id' ? '' : `${propertyName(name)}: ${value}`} })
})`
}

/** Returns a value of a field that no other test sends. */
function otherValue({ description, update }: Plan, name: string): unknown {
  const schema = flattened(description, update?.properties[name] ?? {})
  if (schema.enum !== undefined) return schema.enum.findLast((value) => value !== null)
  return schema.type === 'boolean' ? false : exampleOf(description, `other_${name}`, schema)
}

const deleteTest = ({ names: { variable, one }, operations }: Plan): string =>
  `t.test('a deleted ${one} is not there any more', async (t) => {
  const world = await mock(t)
  const path = COLLECTION
  const ${variable} = await ${variable}At(world, path)
  const url = \`\${path}/\${${variable}.id}\`
  t.equal((await world.call('DELETE', url)).status, 204)
  t.equal((await world.call('${operations.byRole.get ? 'GET' : 'DELETE'}', url)).status, 404)
})`
