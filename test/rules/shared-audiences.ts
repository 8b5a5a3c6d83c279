import { audienceIn } from '../fixtures/audiences.ts'
import { ids, me, nobody, ofBusiness, teamIn } from '../fixtures/businesses.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

type Call = (mock: Mock, audience: string, theirs: string) => Promise<Answer>

const sharingCase = (rule: string, refused: Call, passes: Call, moment?: string): RuleCase => ({
  rule,
  ...(moment && { moment }),
  refused: inTeam(refused),
  passes: inTeam(passes),
})

const inTeam =
  (call: Call) =>
  async (mock: Mock): Promise<Answer> => {
    const theirs = await teamIn(mock)
    return call(mock, (await audienceIn(mock)).id, theirs)
  }

const body = (audience_id: string, more: object) => ({ audience_id, operation_type: 'SHARE', ...more })
const toAccounts = (mock: Mock, audience: string, recipient_account_ids: readonly string[]) =>
  mock.patch('/audiences/ad_accounts/shared', body(audience, { recipient_account_ids }))
const toBusinesses = (mock: Mock, audience: string, recipient_business_ids: readonly string[]) =>
  mock.patch('/audiences/businesses/shared', body(audience, { recipient_business_ids }))
const fromBrand = (mock: Mock, audience: string, recipient_account_ids: readonly string[]) =>
  mock.call(
    'PATCH',
    `/v5/businesses/${ids.brand}/audiences/ad_accounts/shared`,
    body(audience, { recipient_account_ids }),
  )

/** Another ad account of the owner. */
const another = async ({ call }: Mock, owner_user_id = me): Promise<string> =>
  (await call('POST', '/v5/ad_accounts', { name: 'Another', owner_user_id })).body.id

/** Cases of the rules about sharing audiences. */
export const sharedAudienceCases: readonly RuleCase[] = [
  sharingCase(
    'shared_audience.owner',
    async (mock) => toAccounts(mock, '2542600000000', [await another(mock)]),
    async (mock, audience) => toAccounts(mock, audience, [await another(mock)]),
  ),
  sharingCase(
    'shared_audience.owner',
    async (mock, audience) => {
      await toBusinesses(mock, audience, [ids.brand])
      const share = body(audience, { recipient_business_ids: [me] })
      return mock.call('PATCH', `/v5/businesses/${ids.brand}/audiences/businesses/shared`, share)
    },
    (mock, audience) => {
      const share = body(audience, { recipient_business_ids: [ids.brand] })
      return ofBusiness(mock, 'PATCH', '/audiences/businesses/shared', share)
    },
    'when a business received it',
  ),
  sharingCase(
    'shared_audience.ad-accounts',
    (mock, audience) => toAccounts(mock, audience, ['549755885000']),
    async (mock, audience) => toAccounts(mock, audience, [await another(mock)]),
  ),
  sharingCase(
    'shared_audience.ad-accounts',
    (mock, audience) => toAccounts(mock, audience, [mock.account]),
    async (mock, audience) => toAccounts(mock, audience, [await another(mock, ids.brand)]),
    'when it is the owner',
  ),
  sharingCase(
    'shared_audience.businesses',
    (mock, audience) => toBusinesses(mock, audience, [nobody]),
    (mock, audience) => toBusinesses(mock, audience, [ids.brand]),
  ),
  sharingCase(
    'shared_audience.hierarchy',
    (mock, audience, theirs) => toAccounts(mock, audience, [theirs]),
    async (mock, audience) => toAccounts(mock, audience, [await another(mock, ids.brand)]),
  ),
  sharingCase(
    'shared_audience.own-accounts',
    async (mock, audience) => {
      await toBusinesses(mock, audience, [ids.brand])
      return fromBrand(mock, audience, [await another(mock)])
    },
    async (mock, audience) => {
      await toBusinesses(mock, audience, [ids.brand])
      return fromBrand(mock, audience, [await another(mock, ids.brand)])
    },
  ),
]
