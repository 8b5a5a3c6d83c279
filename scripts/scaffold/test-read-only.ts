import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'

/** Returns the tests of entities that no operation creates: those of the built-in seed are read. */
export function readOnlyTests(plan: Plan): readonly (string | false | undefined)[] {
  const { names, operations, owner, ids } = plan
  const { variable, one, many, resource } = names
  const { list, get } = operations.byRole
  const seeded = `{ seed: 'small' }`
  return [
    list &&
      `t.test('${owner.a} without ${many} lists none', async (t) => {
  const world = await mock(t)
  t.strictSame((await world.call('GET', COLLECTION)).body, { items: [], bookmark: null })
})`,
    owner.parent === undefined &&
      list &&
      `t.test('the built-in seed has ${withArticle(one)}', async (t) => {
  const world = await mock(t, ${seeded})
  t.match((await world.call('GET', COLLECTION)).body.items, [{ id: '${ids.example}' }])
})`,
    owner.parent === undefined &&
      get &&
      `t.test('${withArticle(one)} is read by its id, and another id is not found', async (t) => {
  const world = await mock(t, ${seeded})
  const path = COLLECTION
  t.match(await world.call('GET', \`\${path}/${ids.example}\`), { status: 200, body: { id: '${ids.example}' } })
  t.equal((await world.call('GET', \`\${path}/1\`)).status, 404)
})`,
    owner.kind === 'ad account' &&
      list &&
      `t.test('test control creates ${withArticle(one)} and deletes it', async (t) => {
  const world = await mock(t)
  const entities = '/__mock/entities/${resource}'
  const { body: ${variable} } = await world.call('POST', entities, { ad_account_id: world.account })
  t.strictSame((await world.call('GET', COLLECTION)).body.items, [${variable}])
  await world.call('DELETE', \`\${entities}/\${${variable}.id}\`)
  t.strictSame((await world.call('GET', COLLECTION)).body.items, [])
})`,
  ]
}
