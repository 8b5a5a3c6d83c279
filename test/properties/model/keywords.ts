import type { Answer, Json } from '#test/support/mock.ts'
import { fresh } from './batches.ts'
import type { Item } from './calls/items.ts'
import { agree, Disagreement } from './disagreement.ts'
import { walk } from './lists.ts'
import { createKeyword, keywordList, updateKeyword } from './rules/keywords.ts'
import { isUnfit } from './rules/shape.ts'
import type { Keyword } from './rules/state.ts'
import type { Verdict } from './rules/verdict.ts'
import type { TestWorld } from './test-world.ts'

/** Puts keywords on a parent. */
export async function createKeywords(
  { state, post }: TestWorld,
  parent: string,
  items: readonly Item[],
): Promise<void> {
  const answer = await post('/keywords', { parent_id: parent, keywords: items })
  if (isUnfit('keywords', 'create', items)) return refusedWhole('create', items, answer)
  const verdicts = items.map((sent) => createKeyword(state, parent, sent))
  const unmade = { archived: null, parent_type: null, parent_id: null, type: 'keyword', id: null }
  sorted(`create keywords of ${parent}`, items, answer, verdicts, (said, verdict, got, sent) => {
    if (!('row' in verdict)) return agree(said, got.data, { ...unmade, ...sent })
    const row = { ...verdict.row, id: fresh(said, state.keywords, got.id) }
    state.keywords.set(row.id, row)
    agree(said, got, row)
  })
}

/** Changes keywords. */
export async function updateKeywords({ state, patch }: TestWorld, items: readonly Item[]): Promise<void> {
  const answer = await patch('/keywords', { keywords: items })
  if (isUnfit('keywords', 'update', items)) return refusedWhole('update', items, answer)
  const verdicts = items.map((sent) => {
    const verdict = updateKeyword(state, String(sent.id), sent)
    if ('row' in verdict) state.keywords.set(verdict.row.id, verdict.row)
    return verdict
  })
  sorted('update keywords', items, answer, verdicts, (said, verdict, got, sent) =>
    'row' in verdict ? agree(said, got, verdict.row) : agree(said, got.data.id, sent.id),
  )
}

/** Lists the keywords of a parent; of the ad account without one. */
export async function listKeywords(world: TestWorld, filter: string, parent: string | undefined, page_size: number) {
  const query = new URLSearchParams({ page_size: String(page_size), ...(parent && { [filter]: parent }) })
  await walk(world, 'keywords', query, keywordList(world.state, parent), page_size)
}

const filters: Readonly<Record<string, string>> = { AD_GROUP: 'ad_group_id', CAMPAIGN: 'campaign_id' }

/** Holds all the keywords that are stored to the model. */
export async function everyKeyword(world: TestWorld): Promise<void> {
  const parents = new Map([...world.state.keywords.values()].map((one) => [one.parent_id, one.parent_type]))
  for (const [id, type] of parents) await listKeywords(world, filters[type] ?? '', filters[type] && id, 250)
}

const refusedWhole = (what: string, items: readonly Item[], { status, body }: Answer): void =>
  agree(`${what} keywords ${JSON.stringify(items)}`, { status, code: body.code }, { status: 400, code: 1 })

/** Holds what was stored and what was refused, each in the request's order, to the verdicts. */
function sorted(
  description: string,
  items: readonly Item[],
  { status, body }: Answer,
  verdicts: readonly Verdict<Keyword>[],
  hold: (said: string, verdict: Verdict<Keyword>, got: Json, sent: Item) => void,
): void {
  agree(description, status, 200)
  const stored = [...body.keywords]
  const refused = [...body.errors]
  for (const [index, verdict] of verdicts.entries()) {
    const sent = items[index] ?? {}
    const said = `${description}: ${JSON.stringify(sent)}`
    const got = 'row' in verdict ? stored.shift() : refused.shift()
    if (got === undefined)
      throw new Disagreement(`${said}\nthe model says ${JSON.stringify(verdict)}: ${JSON.stringify(body)}`)
    hold(said, verdict, got, sent)
  }
  agree(description, [stored, refused], [[], []])
}
