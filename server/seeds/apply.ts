import { z } from 'zod'
import { secondsOf } from '../domain/duration.ts'
import type { Refusal } from '../domain/rule.ts'
import { createAdAccount, type KnownAdAccount, knownAdAccount } from '../resources/ad-accounts/actions.ts'
import { storeFeatures } from '../resources/ad-accounts/repository.ts'
import { AdAccountCreate } from '../resources/ad-accounts/schema.ts'
import { createAdGroup } from '../resources/ad-groups/actions.ts'
import { AdGroupCreate } from '../resources/ad-groups/schema.ts'
import { createCampaign } from '../resources/campaigns/actions.ts'
import { CampaignCreate } from '../resources/campaigns/schema.ts'
import { changeApplication, changeLabel, createLabel } from '../resources/labels/actions.ts'
import { LabelsCreate } from '../resources/labels/schema.ts'
import type { World } from '../world.ts'
import { SeedDocument } from './document.ts'

/** A seed that is refused, with the place in it: `campaigns[3].name`. */
export class SeedRefused extends Error {
  constructor(place: string, reasons: string) {
    super(`${place}: ${reasons}`)
  }
}

/** Where a campaign of the seed is. */
interface SeededCampaign {
  readonly account: KnownAdAccount
  readonly id: string
}

/**
 * Creates the seed's entities by the same schemas and rules as calls do, all of them or none. The world's clock must be
 * frozen: it is moved to when each entity came to be, and back.
 */
export function applySeed(world: World, content: unknown): void {
  const seed = parsed(SeedDocument, content, 'seed')
  const begun = world.clock.milliseconds()
  const accounts = new Map<string, KnownAdAccount>()
  const campaigns = new Map<string, SeededCampaign>()
  world.write(() => {
    seed.ad_accounts.forEach(({ alias, features, created, ...item }, index) => {
      at(created, `ad_accounts[${index}]`)
      const { id } = createAdAccount(world, parsed(AdAccountCreate, item, `ad_accounts[${index}]`))
      if (features !== undefined) storeFeatures(world.db, id, features)
      accounts.set(alias ?? id, knownAdAccount(world, id))
    })
    seed.campaigns.forEach(({ alias, ad_account, created, ...item }, index) => {
      const place = `campaigns[${index}]`
      const account = named(accounts, ad_account, `${place}.ad_account`)
      at(created, place)
      const outcome = createCampaign(world, account, parsed(CampaignCreate, timed(item), place))
      const { id } = stored(outcome, place)
      campaigns.set(alias ?? id, { account, id })
    })
    seed.ad_groups.forEach(({ alias: _, campaign, created, ...item }, index) => {
      const place = `ad_groups[${index}]`
      const { account, id } = named(campaigns, campaign, `${place}.campaign`)
      at(created, place)
      const sent = parsed(AdGroupCreate, { ...timed(item), campaign_id: id }, place)
      stored(createAdGroup(world, account, sent), place)
    })
    world.clock.freeze(begun)
    seed.labels.forEach(({ alias: _, ad_account, campaigns: labeled, status, ...item }, index) => {
      const place = `labels[${index}]`
      const account = named(accounts, ad_account, `${place}.ad_account`)
      const row = stored(createLabel(world, account, parsed(LabelsCreate.shape.labels.element, item, place)), place)
      for (const alias of labeled) {
        const campaign = named(campaigns, alias, `${place}.campaigns`)
        const { refusals } = changeApplication(world, account, 'labels/apply', row, campaign.id)
        if (refusals.length > 0) throw new SeedRefused(place, told(refusals))
      }
      if (status === 'ARCHIVED') stored(changeLabel(world, account, { id: row.id, status }), place)
    })
  })

  function at(created: string | undefined, place: string): void {
    const offset = created === undefined ? 0 : secondsOf(created)
    if (offset === undefined) throw new SeedRefused(`${place}.created`, `'${created}' is not a duration such as -P30D`)
    world.clock.freeze(begun + offset * 1000)
  }

  function timed(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const moments = ['start_time', 'end_time'].filter((field) => typeof item[field] === 'string')
    const offsets = moments.map((field) => [field, secondsOf(String(item[field]))] as const)
    const absolute = offsets.map(([field, offset]) => [field, offset && Math.floor(begun / 1000) + offset])
    return { ...item, ...Object.fromEntries(absolute) }
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw new SeedRefused(place, z.prettifyError(result.error))
  return result.data
}

function stored<Row>(outcome: { row: Row } | { refusals: readonly Refusal[] }, place: string): Row {
  if ('row' in outcome) return outcome.row
  throw new SeedRefused(place, told(outcome.refusals))
}

const told = (refusals: readonly Refusal[]): string =>
  refusals.map(({ rule, message }) => `${message} (${rule})`).join(' ')

function named<Known>(known: ReadonlyMap<string, Known>, alias: string, place: string): Known {
  const found = known.get(alias)
  if (found !== undefined) return found
  throw new SeedRefused(
    place,
    `'${alias}' is not in the seed above; there are: ${[...known.keys()].join(', ') || 'none'}`,
  )
}
