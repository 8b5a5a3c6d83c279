import type { Json } from '#test/support/mock.ts'
import type { Item } from './calls/items.ts'
import { agree, Disagreement } from './disagreement.ts'
import { createAdGroup, updateAdGroup } from './rules/ad-groups.ts'
import { createAd, updateAd } from './rules/ads.ts'
import { cascade, createCampaign, updateCampaign } from './rules/campaigns.ts'
import { isUnfit } from './rules/shape.ts'
import type { State } from './rules/state.ts'
import { seenAd, seenAdGroup, seenCampaign } from './rules/status.ts'
import type { Verdict } from './rules/verdict.ts'
import type { TestWorld } from './test-world.ts'

interface Row {
  readonly id: string
}

/** How a kind of entity is created and changed in batches. */
interface Batches<Stored extends Row> {
  readonly create: (state: State, sent: Item) => Verdict<Stored>
  readonly update: (state: State, id: string, sent: Item) => Verdict<Stored>
  /** What a change of one does to others. */
  readonly cascade?: (state: State, before: Stored, after: Stored) => void
  readonly rows: (state: State) => Map<string, Stored>
  readonly seen: (state: State, row: Stored) => Row
  /** What stands beside `data`. */
  readonly beside: object
  /** What `data` is where an item is refused; nothing when absent. */
  readonly refusedData?: object
}

/** Sends a batch of campaigns. */
export const campaignBatch = (world: TestWorld, what: 'create' | 'update', items: readonly Item[]): Promise<void> =>
  batch(world, 'campaigns', what, items, {
    create: createCampaign,
    update: updateCampaign,
    cascade,
    rows: ({ campaigns }) => campaigns,
    seen: seenCampaign,
    beside: { exceptions: [] },
    refusedData: {},
  })

/** Sends a batch of ad groups. */
export const adGroupBatch = (world: TestWorld, what: 'create' | 'update', items: readonly Item[]): Promise<void> =>
  batch(world, 'ad_groups', what, items, {
    create: createAdGroup,
    update: updateAdGroup,
    rows: ({ adGroups }) => adGroups,
    seen: seenAdGroup,
    beside: {},
  })

/** Sends a batch of ads. */
export const adBatch = (world: TestWorld, what: 'create' | 'update', items: readonly Item[]): Promise<void> =>
  batch(world, 'ads', what, items, {
    create: createAd,
    update: updateAd,
    rows: ({ ads }) => ads,
    seen: seenAd,
    beside: {},
  })

async function batch<Stored extends Row>(
  { state, post, patch }: TestWorld,
  kind: 'campaigns' | 'ad_groups' | 'ads',
  what: 'create' | 'update',
  items: readonly Item[],
  { create, update, cascade, rows, seen, beside, refusedData }: Batches<Stored>,
): Promise<void> {
  const { status, body } = await (what === 'create' ? post : patch)(`/${kind}`, items)
  const description = `${what} ${kind} of ${items.length}`
  if (isUnfit(kind, what, items))
    return agree(`${description}: ${JSON.stringify(items)}`, { status, code: body.code }, { status: 400, code: 1 })
  agree(
    `${description}: ${JSON.stringify(body)}`,
    { status, items: body.items?.length },
    { status: 200, items: items.length },
  )
  for (const [index, sent] of items.entries()) {
    const got = body.items[index]
    const said = `${description}, item ${index}: ${JSON.stringify(sent)}`
    const verdict = what === 'create' ? create(state, sent) : update(state, String(sent.id), sent)
    if ('objections' in verdict) {
      held(said, got, refusedData, verdict.objections)
      continue
    }
    if (got.data?.id === undefined)
      throw new Disagreement(`${said}\nthe model takes it, the server says ${JSON.stringify(got)}`)
    const row = what === 'create' ? { ...verdict.row, id: fresh(said, rows(state), got.data.id) } : verdict.row
    const before = rows(state).get(row.id)
    rows(state).set(row.id, row)
    if (before) cascade?.(state, before, row)
    // Observed of campaigns and ad groups: what creation answers knows nothing of the account's billing.
    const unbilled = { ...state, features: { ...state.features, billing_disabled: false } }
    agree(said, got, { data: seen(what === 'create' && kind !== 'ads' ? unbilled : state, row), ...beside })
  }
}

/** A refused item has the data of its kind, which is none or empty, and one of the codes that the model knows for it. */
function held(
  said: string,
  { data, exceptions }: Json,
  refusedData: object | undefined,
  objections: readonly { code: number; why: string }[],
): void {
  const codes: readonly number[] = [exceptions ?? []].flat().map(({ code }: Json) => code) ?? []
  const known = objections.map(({ code }) => code)
  const without = JSON.stringify(data) === JSON.stringify(refusedData)
  if (without && codes.length > 0 && codes.every((code) => known.includes(code))) return
  throw new Disagreement(
    `${said}\nthe model refuses it: ${JSON.stringify(objections)}\nthe server answers ${JSON.stringify({ data, exceptions })}`,
  )
}

/** The id of what was created: of digits, and higher than any before. */
export function fresh(said: string, rows: ReadonlyMap<string, unknown>, id: string): string {
  const last = [...rows.keys()].at(-1)
  if (/^\d{13,18}$|^\d{12}$/.test(id) && (last === undefined || BigInt(id) > BigInt(last))) return id
  throw new Disagreement(`${said}\nid ${id} does not follow ${last}`)
}
