import { exampleItem } from './examples.ts'
import type { Field } from './fields.ts'
import type { Filters } from './filters.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { literal, propertyName, sourceFile } from './source.ts'
import { pathTests } from './test-parts.ts'

/** Returns the tests of a new resource: what follows from its schema alone. Rules and defaults need tests of their own. */
export function testFile(plan: Plan, fields: readonly Field[], filters: Filters): string {
  const { names, operations, create, description } = plan
  const { variable, one, many } = names
  const { list } = operations.byRole
  const within = operations.collection.replace('/ad_accounts/{ad_account_id}', '')
  const kept = fields.filter(({ inCreate }) => inCreate === 'required').map(({ name }) => name)
  const [missing] = create.required
  const made = create.batch
    ? `world.create('${within}', { ...item, ...more })`
    : `(await world.post('${within}', { ...item, ...more })).body`
  const sent = create.batch ? '[lacking]' : 'lacking'
  const tests = [
    list &&
      `t.test('an account without ${many} lists none', async (t) => {
  const { get } = await mock(t)
  t.strictSame((await get('${within}')).body, { items: [], bookmark: null })
})`,
    `t.test('a created ${one} has what was sent', async (t) => {
  const ${variable} = await ${variable}In(await mock(t))
  t.match(${variable}.id, /^\\d+$/)
  ${kept.map((name) => `t.strictSame(${variable}.${name}, item.${name})`).join('\n')}
})`,
    missing &&
      `t.test('${withArticle(one)} without ${missing} is refused, and nothing is stored', async (t) => {
  const { ${list ? 'get, ' : ''}post } = await mock(t)
  const { ${propertyName(missing)}: _, ...lacking } = item
  t.equal((await post('${within}', ${sent})).status, 400)
  ${list ? `t.strictSame((await get('${within}')).body.items, [])` : ''}
})`,
    list && listTests(plan, filters, within),
    ...pathTests(plan, fields, within),
    list &&
      `t.test('the built-in seed has ${withArticle(one)}', async (t) => {
  const { get } = await mock(t, { seed: 'small' })
  t.match((await get('${within}')).body.items, [{ id: '${plan.ids.example}' }])
})`,
  ]
  const text = `const item = ${literal(exampleItem(description, create))}

/** Creates ${withArticle(one)}. */
const ${variable}In = async (world: Mock, more: object = {}): Promise<Json> => ${made}

${tests.filter(Boolean).join('\n\n')}`
  return sourceFile(text, { tap: ['t'], '../../../support/mock.ts': ['type Json', 'type Mock', 'mock'] })
}

function listTests({ names: { variable, many } }: Plan, { hasOrder }: Filters, within: string): string {
  return `t.test('${many} are listed by pages in the order of their creation', async (t) => {
  const world = await mock(t)
  const ids: string[] = []
  for (let count = 0; count < 3; count++) ids.push((await ${variable}In(world)).id)
  const first = (await world.get('${within}?page_size=2')).body
  const second = (await world.get(\`${within}?page_size=2&bookmark=\${first.bookmark}\`)).body
  t.strictSame([...first.items, ...second.items].map(({ id }: Json) => id), ids)
  t.equal(second.bookmark, null)
  ${hasOrder ? `const { items } = (await world.get('${within}?order=DESCENDING')).body\n  t.strictSame(items.map(({ id }: Json) => id), ids.toReversed())` : ''}
})`
}
