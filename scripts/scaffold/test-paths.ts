import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { literal } from './source.ts'

/** How the tests of a resource reach its collection. */
export interface TestPaths {
  /** Declarations on which the paths depend. */
  readonly declaration: string
  /** The source of the collection's path, in a function with the world as `world`. */
  readonly collection: string
}

const account = '/v5/ad_accounts/{ad_account_id}'

/** Returns how tests reach a collection: by the ad account of the world, the user, or a new entity that it belongs to. */
export function testPathsOf({ owner: { parent }, operations: { collection } }: Plan): TestPaths {
  const path = pathText(`/v5${collection}`)
  if (parent === undefined) return { declaration: '', collection: path }
  const { names, collection: above, item, isBatch } = parent
  const [body, created] = isBatch ? [`[${literal(item)}]`, 'body.items[0].data'] : [literal(item), 'body']
  return {
    declaration: `/** Creates ${withArticle(names.one)}, and returns the path of what belongs to it. */
const pathIn = async (world: Mock): Promise<string> => {
  const { body } = await world.call('POST', ${pathText(`/v5${above}`)}, ${body})
  const { id } = ${created}
  return ${pathText(`/v5${collection}`)}
}`,
    collection: 'await pathIn(world)',
  }
}

/** Returns a path as source: the ad account is the world's, and another parameter the id of a new entity. */
function pathText(path: string): string {
  const text = path.replace(account, `/v5/ad_accounts/\${world.account}`).replace(/{\w+}/, `\${id}`)
  return text.includes(`\${`) ? `\`${text}\`` : `'${text}'`
}
