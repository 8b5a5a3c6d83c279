import type { Database } from '#db/database.ts'
import { exportState, imageOfState } from '#db/export.ts'
import type { Mock } from '#test/support/mock.ts'
import { brokenInvariants } from '../invariants/invariants.ts'

/**
 * What is wrong with what the default world has stored, whatever was asked of it: SQLite's own checks, those of its
 * tables, and the invariants of each ad account, of which its rows tell what a client would know.
 */
export async function brokenIn(server: Mock): Promise<readonly string[]> {
  const { db } = server.worlds.world('default')
  const broken: string[] = []
  const pages = db.pragma('integrity_check', { simple: true })
  if (pages !== 'ok') broken.push(`pages: ${pages}`)
  try {
    imageOfState(exportState(db))
  } catch (error) {
    broken.push(error instanceof Error ? error.message : String(error))
  }
  for (const account of idsIn(db, 'SELECT id FROM ad_accounts')) {
    const get = (path: string) => server.call('GET', `/v5/ad_accounts/${account}${path}`)
    // Some are of users whom this client is not.
    if ((await get('/campaigns')).status !== 200) continue
    const campaigns = idsIn(db, 'SELECT id FROM campaigns WHERE ad_account_id = ? ORDER BY seq', account)
    const adGroups = idsIn(db, 'SELECT id FROM ad_groups WHERE ad_account_id = ? ORDER BY seq', account)
    // Campaigns may have been sent another way of budgeting at any time.
    const known = { campaigns, adGroups, labels: [], toggled: new Set(campaigns) }
    broken.push(...(await brokenInvariants({ get }, known)).map((sentence) => `${account}: ${sentence}`))
  }
  return broken
}

const idsIn = (db: Database, query: string, ...values: string[]): string[] =>
  db
    .prepare<string[], string>(query)
    .pluck()
    .all(...values)
