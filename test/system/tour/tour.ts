import { adGroupSteps } from './ad-groups.ts'
import { campaignSteps } from './campaigns.ts'
import { type Step, TourClient } from './client.ts'
import { labelSteps } from './labels.ts'

/**
 * The calls that a campaign tool makes, in its order, against a server that was started for it with the seed `small`:
 * an account, campaigns, ad groups, labels, every kind of refusal, and the account emptied at the end.
 *
 * @param base The URL below which the API answers, `http://127.0.0.1:7468/v5`.
 */
export async function tour(base: string): Promise<readonly Step[]> {
  const client = new TourClient(base)
  const { id } = await client.call(
    'an ad account is created',
    'POST',
    '/ad_accounts',
    { name: 'Tour', country: 'US' },
    {
      body: { name: 'Tour', currency: 'USD', permissions: [] },
    },
  )
  const account = `/ad_accounts/${id}`
  await client.call('it is read back with its permissions', 'GET', account, undefined, {
    body: { permissions: ['OWNER'] },
  })
  await client.call('a stranger account is forbidden', 'GET', '/ad_accounts/1/campaigns', undefined, {
    status: 403,
    body: { code: 29 },
    rules: 'ad_account.access',
  })
  const campaigns = await campaignSteps(client, account)
  await adGroupSteps(client, account, campaigns)
  await labelSteps(client, account, campaigns)
  await client.call('the account is emptied', 'DELETE', `${account}/sandbox`, undefined, { body: 'Delete Success' })
  await client.call('nothing is left in it', 'GET', `${account}/campaigns`, undefined, {
    body: { items: [], bookmark: null },
  })
  return client.steps
}

if (import.meta.main) {
  const steps = await tour(process.argv[2] ?? 'http://127.0.0.1:7468/v5')
  const failed = steps.filter(({ problem }) => problem !== undefined)
  for (const { title, problem } of failed) console.error(`not ok: ${title}\n${problem}`)
  console.log(`tour: ${steps.length - failed.length} passed, ${failed.length} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
