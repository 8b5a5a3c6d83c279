import { openMemory } from '../db/open.ts'
import { createAdAccount, requireAdAccount } from '../server/resources/accounts/ad-accounts/service.ts'
import { createCampaign } from '../server/resources/campaign-management/campaigns/service.ts'
import { seededImage } from '../server/seeds/image.ts'
import { World } from '../server/worlds/world.ts'

/** One of the seeds, or one ad account with that many campaigns. */
export type Stored = 'empty' | 'small' | number

/** Builds the image of that content; every third campaign is paused. */
export function imageWith(stored: Stored): Buffer {
  if (typeof stored === 'string') return seededImage(stored)
  const db = openMemory(seededImage('empty'))
  const world = new World({ name: 'bench', database: () => db })
  world.write(() => {
    const account = requireAdAccount(world, createAdAccount(world, { name: 'Bench' }).id)
    for (let number = 1; number <= stored; number++) {
      const status = number % 3 === 0 ? 'PAUSED' : 'ACTIVE'
      createCampaign(world, account, { ...item(number), status })
    }
  })
  return db.serialize()
}

/** Creates an item for one campaign. */
export const item = (number: number) => ({
  name: `Campaign ${number}`,
  objective_type: 'AWARENESS' as const,
  daily_spend_cap: 10_000_000,
  tracking_urls: { impression: [`https://tracker.example/impression?campaign=${number}`] },
})
