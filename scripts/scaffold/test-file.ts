import { exampleItem } from './examples.ts'
import type { Field } from './fields.ts'
import type { Filters } from './filters.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { literal, propertyName, sourceFile } from './source.ts'
import { pathTests } from './test-parts.ts'
import { testPathsOf } from './test-paths.ts'
import { readOnlyTests } from './test-read-only.ts'

/** Returns the tests of a new resource: what follows from its schema alone. Rules and defaults need tests of their own. */
export function testFile(plan: Plan, fields: readonly Field[], filters: Filters): string {
  const { names, create, description, isReadOnly } = plan
  const { variable, one } = names
  const { declaration, collection } = testPathsOf(plan)
  const data = create.batch ? 'body.items[0].data' : 'body'
  const sent = create.batch ? '[{ ...item, ...more }]' : '{ ...item, ...more }'
  const tests = isReadOnly ? readOnlyTests(plan) : writtenTests(plan, fields, filters)
  const creation = `const item = ${literal(exampleItem(description, create))}

/** Creates ${withArticle(one)} at the path of a collection. */
const ${variable}At = async (world: Mock, path: string, more: object = {}): Promise<Json> => {
  const { body } = await world.call('POST', path, ${sent})
  return ${data}
}`
  const text = `${declaration}

${isReadOnly ? '' : creation}

${tests.filter(Boolean).join('\n\n').replaceAll('COLLECTION', collection)}`
  return sourceFile(text, { tap: ['t'], '#test/support/mock.ts': ['type Json', 'type Mock', 'mock'] })
}

/** Returns the tests of entities that operations create. */
function writtenTests(plan: Plan, fields: readonly Field[], filters: Filters): readonly (string | false | undefined)[] {
  const { names, operations, create, owner, ids } = plan
  const { variable, one, many } = names
  const { list } = operations.byRole
  const kept = fields.filter(({ inCreate }) => inCreate === 'required').map(({ name }) => name)
  const [missing] = create.required
  const lacking = create.batch ? '[lacking]' : 'lacking'
  return [
    list &&
      `t.test('${owner.a} without ${many} lists none', async (t) => {
  const world = await mock(t)
  t.strictSame((await world.call('GET', COLLECTION)).body, { items: [], bookmark: null })
})`,
    `t.test('a created ${one} has what was sent', async (t) => {
  const world = await mock(t)
  const ${variable} = await ${variable}At(world, COLLECTION)
  t.match(${variable}.id, /^\\d+$/)
  ${kept.map((name) => `t.strictSame(${variable}.${name}, item.${name})`).join('\n')}
})`,
    missing &&
      `t.test('${withArticle(one)} without ${missing} is refused, and nothing is stored', async (t) => {
  const world = await mock(t)
  const path = COLLECTION
  const { ${propertyName(missing)}: _, ...lacking } = item
  t.equal((await world.call('POST', path, ${lacking})).status, 400)
  ${list ? `t.strictSame((await world.call('GET', path)).body.items, [])` : ''}
})`,
    list && listTests(plan, filters),
    ...pathTests(plan, fields),
    list &&
      owner.parent === undefined &&
      `t.test('the built-in seed has ${withArticle(one)}', async (t) => {
  const world = await mock(t, { seed: 'small' })
  t.match((await world.call('GET', COLLECTION)).body.items, [{ id: '${ids.example}' }])
})`,
  ]
}

function listTests({ names: { variable, many } }: Plan, { hasOrder }: Filters): string {
  return `t.test('${many} are listed by pages in the order of their creation', async (t) => {
  const world = await mock(t)
  const path = COLLECTION
  const ids: string[] = []
  for (let count = 0; count < 3; count++) ids.push((await ${variable}At(world, path)).id)
  const first = (await world.call('GET', \`\${path}?page_size=2\`)).body
  const second = (await world.call('GET', \`\${path}?page_size=2&bookmark=\${first.bookmark}\`)).body
  t.strictSame([...first.items, ...second.items].map(({ id }: Json) => id), ids)
  t.equal(second.bookmark, null)
  ${hasOrder ? `const { items } = (await world.call('GET', \`\${path}?order=DESCENDING\`)).body\n  t.strictSame(items.map(({ id }: Json) => id), ids.toReversed())` : ''}
})`
}
